package packwitness.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that compiled classes no longer show. */
class SourceRulesTest {
    private static final Path MAIN = Path.of("src/main/java/packwitness");

    /** What is empty where there is nothing is never null as well. */
    private static final Pattern TWO_KINDS_OF_NOTHING =
            Pattern.compile(
                    "@Nullable\\s+(Optional(Int|Long|Double)?|List|Set|Map|Collection|Stream)\\b");

    private static final Pattern IMPORT =
            Pattern.compile("^import (static )?packwitness\\.(\\w+)\\.");

    private static final Pattern PACKAGE_SENTENCE =
            Pattern.compile("\\A/\\*\\*\\s.*?\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : folders()) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info) || !PACKAGE_SENTENCE.matcher(Files.readString(info)).find())
                silent.add(folder);
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void constantsTooAreTakenOnlyFromRoomsBefore() throws IOException {
        // The compiler copies a constant, so the classes do not show where it came from.
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            int here = HouseRules.LINE.indexOf(MAIN.relativize(file).getName(0).toString());
            for (String line : Files.readAllLines(file))
                for (MatchResult found : IMPORT.matcher(line).results().toList())
                    if (HouseRules.LINE.indexOf(found.group(2)) > here)
                        wrong.add(file + " " + line);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nothingIsBothEmptyAndNull() throws IOException {
        List<Path> wrong = new ArrayList<>();
        for (Path file : sources())
            if (TWO_KINDS_OF_NOTHING.matcher(Files.readString(file)).find()) wrong.add(file);
        assertEquals(List.of(), wrong);
        assertTrue(TWO_KINDS_OF_NOTHING.matcher("@Nullable Optional<String> x()").find());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> folders() throws IOException {
        return sources().stream().map(Path::getParent).distinct().toList();
    }
}
