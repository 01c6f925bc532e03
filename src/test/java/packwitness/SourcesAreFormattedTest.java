package packwitness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One formatter for all sources; {@code packaging/format} writes what this test asks for. */
class SourcesAreFormattedTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .formatJavadoc(true)
                            .build());

    @Test
    void everySourceIsAsTheFormatterWritesIt() throws IOException {
        List<Path> astray;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            astray =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(SourcesAreFormattedTest::differs)
                            .toList();
        }
        assertEquals(List.of(), astray, "run packaging/format");
    }

    private static boolean differs(Path file) {
        try {
            String source = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            if (formatted.equals(source)) return false;
            if (Boolean.getBoolean("format.write")) {
                Files.writeString(file, formatted);
                return false;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }
}
