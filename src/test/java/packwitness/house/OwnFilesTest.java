package packwitness.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What every file of the project keeps, whatever its kind. */
class OwnFilesTest {
    private static final Set<String> TOP_LEVEL =
            Set.of("pom.xml", "src", "packaging", "README.md", "LICENSE", ".gitignore", ".ci");

    /** A folder of one machine, where a path begins; a web address may have such a part. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w./}-])/(work|root|home|Users)/\\w|\\b[A-Z]:\\\\+Users\\\\");

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "https?://[^\\s\"'<>/]*\\b(registry|repo\\d?|nexus|artifactory|mirrors?)\\b");

    @Test
    void theTopLevelHoldsOnlyWhatTheDesignNames() throws Exception {
        assertEquals(
                List.of(),
                OwnFiles.all().stream()
                        .map(file -> file.getName(0).toString())
                        .distinct()
                        .filter(name -> !TOP_LEVEL.contains(name))
                        .toList());
    }

    @Test
    void everyTextIsUtf8AndEndsWithANewLine() throws Exception {
        List<Path> wrong = new ArrayList<>();
        for (Path file : OwnFiles.texts()) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (!text.isEmpty() && !text.endsWith("\n")) wrong.add(file);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noFileNamesAFolderOfOneMachine() throws Exception {
        assertEquals(List.of(), linesWith(MACHINE_PATH.asPredicate()));
    }

    @Test
    void noFileNamesAPackageRegistry() throws Exception {
        assertEquals(List.of(), linesWith(REGISTRY.asPredicate()));
    }

    @Test
    void theTwoPatternsSeeWhatTheyLookFor() {
        assertTrue(MACHINE_PATH.matcher("see " + "/ho" + "me/anna/x").find());
        assertTrue(MACHINE_PATH.matcher("\"/wo" + "rk/main\"").find());
        assertTrue(!MACHINE_PATH.matcher("www.gov.cn/home/index.html").find());
        assertTrue(REGISTRY.matcher("https:" + "//repo.example.org/maven2").find());
        assertTrue(!REGISTRY.matcher("https://www.example.org/repo/").find());
    }

    @Test
    void theLicenceIsTheGplInItsThirdVersion() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("LICENSE"));
        assertEquals(674, lines.size());
        assertEquals("GNU GENERAL PUBLIC LICENSE", lines.get(0).strip());
        assertEquals("Version 3, 29 June 2007", lines.get(1).strip());
        assertTrue(lines.stream().anyMatch(line -> line.contains("END OF TERMS AND CONDITIONS")));
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<name>GPL-3.0-or-later</name>"));
    }

    private static List<String> linesWith(Predicate<String> pattern) throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : OwnFiles.texts()) {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (pattern.test(line)) found.add(file + ":" + number);
            }
        }
        return found;
    }
}
