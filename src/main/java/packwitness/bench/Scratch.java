package packwitness.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a benchmark fills and clears away; one that was named with --folder is kept. */
final class Scratch {
    private Scratch() {}

    static Path folder(BenchRun run, String name) throws IOException {
        if (run.has("folder"))
            return Files.createDirectories(Path.of(run.text("folder").orElseThrow()));
        return Files.createTempDirectory("packwitness-" + name + "-");
    }

    static void delete(BenchRun run, Path folder) throws IOException {
        if (run.has("folder")) return;
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.deleteIfExists(file);
    }
}
