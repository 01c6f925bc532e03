package packwitness.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project: what git tracks or would track; without git, all but the output. */
final class OwnFiles {
    private static final int LOOKED_AT = 8000;

    private OwnFiles() {}

    static List<Path> all() throws IOException, InterruptedException {
        Process git =
                new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() == 0)
            return Stream.of(listed.split("\0"))
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .toList();
        return walked();
    }

    static List<Path> texts() throws IOException, InterruptedException {
        return all().stream().filter(OwnFiles::isText).toList();
    }

    private static List<Path> walked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
                    .toList();
        }
    }

    private static boolean isText(Path file) {
        try (var in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(LOOKED_AT)) if (b == 0) return false;
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
