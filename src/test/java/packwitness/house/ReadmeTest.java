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

/** The README and its Chinese twin say the same and point at what exists. */
class ReadmeTest {
    private static final Path ENGLISH = Path.of("README.md");
    private static final Path CHINESE = Path.of("src/docs/README.zh-CN.md");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]+`", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)#:]+)\\)");
    private static final Pattern SHAPE = Pattern.compile("(?m)^(#+ |\\| |\\d\\. |!\\[)");

    @Test
    void theFirstLineLinksTheTwin() throws IOException {
        assertTrue(Files.readAllLines(ENGLISH).getFirst().contains("(" + unix(CHINESE) + ")"));
        assertTrue(Files.readAllLines(CHINESE).getFirst().contains("(../../" + ENGLISH + ")"));
    }

    @Test
    void theTwinHasTheSameCommandsInTheSameOrder() throws IOException {
        assertEquals(found(CODE, ENGLISH), found(CODE, CHINESE));
    }

    @Test
    void theTwinHasTheSameShape() throws IOException {
        assertEquals(found(SHAPE, ENGLISH), found(SHAPE, CHINESE));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : List.of(ENGLISH, CHINESE))
            for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = page.toAbsolutePath().resolveSibling(link.group(1)).normalize();
                if (!Files.exists(target)) broken.add(page + " -> " + link.group(1));
            }
        assertEquals(List.of(), broken);
    }

    @Test
    void theTestCommandIsTheOneOfTheContinuousCheck() throws IOException {
        assertTrue(Files.readString(ENGLISH).contains("mvn verify"));
        assertTrue(Files.readString(Path.of(".ci/run")).contains("mvn -B verify"));
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    }

    private static String unix(Path path) {
        return path.toString().replace('\\', '/');
    }
}
