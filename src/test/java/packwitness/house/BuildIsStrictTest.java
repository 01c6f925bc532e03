package packwitness.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

/** The compiler arguments of the pom, tried on planted sources: what they promise turns red. */
class BuildIsStrictTest {
    private static final String CLEAN =
            """
            package planted.strict;

            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @NullMarked
            final class Planted {
                int length(@Nullable String text) {
                    return text == null ? 0 : text.length();
                }
            }
            """;

    /** The compiler plugins and what they need, as groups of the local Maven repository. */
    private static final List<String> PLUGIN_GROUPS =
            List.of(
                    "com/google/errorprone",
                    "com/uber/nullaway",
                    "org/checkerframework",
                    "io/github/eisop",
                    "com/google/guava",
                    "com/google/auto",
                    "com/google/auto/value",
                    "com/google/googlejavaformat",
                    "com/github/ben-manes/caffeine",
                    "org/pcollections");

    @TempDir Path folder;

    @Test
    void aCleanSourceCompiles() throws Exception {
        Compiled compiled = compile(CLEAN);
        assertEquals(0, compiled.code(), compiled.output());
    }

    @Test
    void aNullDereferenceBreaksTheBuild() throws Exception {
        Compiled compiled = compile(CLEAN.replace("text == null ? 0 : text", "text"));
        assertNotEquals(0, compiled.code());
        assertTrue(compiled.output().contains("error: [NullAway]"), compiled.output());
    }

    @Test
    void aNullReturnBreaksTheBuild() throws Exception {
        Compiled compiled =
                compile(
                        CLEAN.replace("int length", "Object length")
                                .replace("text == null ? 0 : text.length()", "null"));
        assertNotEquals(0, compiled.code());
        assertTrue(compiled.output().contains("error: [NullAway]"), compiled.output());
    }

    @Test
    void aLintWarningBreaksTheBuild() throws Exception {
        Compiled compiled = compile(CLEAN.replace("text == null ?", "(String) text == null ?"));
        assertNotEquals(0, compiled.code());
        assertTrue(compiled.output().contains("[cast]"), compiled.output());
    }

    private record Compiled(int code, String output) {}

    private Compiled compile(String source) throws Exception {
        Path file = Files.writeString(folder.resolve("Planted.java"), source);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(argumentsOfThePom());
        command.addAll(
                List.of("-processorpath", plugins(), "-classpath", annotations().toString()));
        command.addAll(List.of("-d", folder.toString(), file.toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .directory(folder.toFile())
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Compiled(process.waitFor(), output);
    }

    private static List<String> argumentsOfThePom() throws Exception {
        Document pom =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("pom.xml").toFile());
        NodeList arguments =
                (NodeList)
                        XPathFactory.newDefaultInstance()
                                .newXPath()
                                .evaluate(
                                        "//execution[id='default-compile']//compilerArgs/arg",
                                        pom,
                                        XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < arguments.getLength(); i++)
            texts.add(
                    ((Element) arguments.item(i))
                            .getTextContent()
                            .replace("${javac.open}", "com.sun.tools.javac"));
        return texts;
    }

    private static Path annotations() throws Exception {
        return Path.of(
                NullMarked.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Returns the newest jar of each artifact of the groups; skips where they lie elsewhere. */
    private static String plugins() throws Exception {
        Path repository = annotations();
        for (int i = 0; i < "org/jspecify/jspecify/version/jar".split("/").length; i++)
            repository = repository.getParent();
        List<Path> jars = new ArrayList<>();
        for (String group : PLUGIN_GROUPS) jars.addAll(newestJars(repository.resolve(group)));
        assumeTrue(
                jars.stream().anyMatch(jar -> jar.toString().contains("nullaway")),
                "the compiler plugins are not in the repository the tests run from");
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> newestJars(Path group) throws IOException {
        if (!Files.isDirectory(group)) return List.of();
        try (Stream<Path> files = Files.walk(group, 3)) {
            Map<Path, Path> newest =
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .filter(file ->
                                    !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                            .collect(
                                    Collectors.toMap(
                                            file -> file.getParent().getParent(),
                                            file -> file,
                                            (a, b) -> BY_VERSION.compare(a, b) < 0 ? b : a));
            return List.copyOf(newest.values());
        }
    }

    private static final Comparator<Path> BY_VERSION =
            Comparator.comparing(jar ->
                    Stream.of(jar.getParent().getFileName().toString().split("\\D+"))
                            .filter(part -> !part.isEmpty())
                            .map(part -> String.format("%06d", Integer.valueOf(part)))
                            .collect(Collectors.joining(".")));
}
