package packwitness.dossier;

import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A hidden folder for what is not finished yet; closing it deletes it. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder in(Path folder) throws Failure {
        try {
            Files.createDirectories(folder);
            return new WorkFolder(Files.createTempDirectory(folder, ".making-"));
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        delete(path);
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            System.getLogger("packwitness.dossier")
                    .log(System.Logger.Level.WARNING, "left over: " + folder.getFileName(), e);
        }
    }
}
