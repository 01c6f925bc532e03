package packwitness.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the stock programs a stranger would use; tests skip where they are missing. */
final class Shell {
    private Shell() {}

    record Said(int code, String text) {}

    static void need(String... programs) {
        for (String program : programs)
            assumeTrue(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                    program + " is not installed");
    }

    static Said run(Path folder, String... command) throws IOException, InterruptedException {
        return runWithPath(folder, System.getenv("PATH"), command);
    }

    static Said runWithPath(Path folder, String path, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
        builder.environment().put("PATH", path);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        return new Said(process.waitFor(), text);
    }

    static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
