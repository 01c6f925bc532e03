package packwitness.keep;

import packwitness.storage.Database;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a vault out of a backup, in an empty folder. Any thread. */
public final class Restore {
    private static final String UNFINISHED = ".restoring";

    private Restore() {}

    /**
     * Restores the newest whole backup. The database comes last, so that a restore that broke off
     * is no vault; asked again it goes on.
     */
    public static RestoreResult into(Path backup, Path target, RetentionProgress progress)
            throws Failure {
        return into(backup, target, line -> true, progress);
    }

    /** Restores the database and, of the files, those that are wanted. */
    static RestoreResult into(
            Path backup, Path target, Predicate<Snapshot.Line> wanted, RetentionProgress progress)
            throws Failure {
        Snapshot snapshot = Snapshot.newest(backup);
        Path to = target.toAbsolutePath().normalize();
        List<String> damaged = new ArrayList<>();
        int files = 0;
        long bytes = 0;
        int done = 0;
        try {
            begin(to);
            List<Snapshot.Line> lines = snapshot.files().stream().filter(wanted).toList();
            for (Snapshot.Line line : lines) {
                boolean isDatabase = line.place().equals(Vault.DATABASE);
                Path into = to.resolve(line.place()).normalize();
                if (!into.startsWith(to))
                    throw new Failure(KeepProblem.BACKUP_DAMAGED, line.place());
                if (isDatabase) continue;
                if (bring(snapshot.at(backup, line), into, line)) {
                    files++;
                    bytes += line.bytes();
                } else {
                    damaged.add(line.place());
                }
                if (!progress.goOn(++done, lines.size()) && done < lines.size())
                    return new RestoreResult(files, bytes, damaged);
            }
            for (Snapshot.Line line : lines)
                if (line.place().equals(Vault.DATABASE)) database(backup, snapshot, line, to);
            Files.deleteIfExists(to.resolve(UNFINISHED));
            return new RestoreResult(files, bytes, damaged);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, to);
        }
    }

    private static void begin(Path to) throws Failure, IOException {
        EvidenceFolder.makeFolders(to);
        Path unfinished = to.resolve(UNFINISHED);
        if (Files.exists(unfinished)) return;
        try (Stream<Path> inside = Files.list(to)) {
            if (inside.findAny().isPresent()) throw new Failure(KeepProblem.NOT_EMPTY, to);
        }
        Files.createFile(unfinished);
    }

    private static boolean bring(Path from, Path to, Snapshot.Line line) throws IOException {
        if (Files.isRegularFile(to) && Files.size(to) == line.bytes()) return true;
        if (!Files.isRegularFile(from)) return false;
        try {
            SafeCopy.copy(from, to, line.sha256());
            return true;
        } catch (SafeCopy.Differs damaged) {
            return false;
        }
    }

    private static void database(Path backup, Snapshot snapshot, Snapshot.Line line, Path to)
            throws Failure, IOException {
        Path temporary = to.resolve(".restored.db");
        Path from = snapshot.at(backup, line);
        if (!Files.isRegularFile(from)) throw new Failure(KeepProblem.BACKUP_DAMAGED, from);
        try {
            SafeCopy.copy(from, temporary, line.sha256());
        } catch (SafeCopy.Differs damaged) {
            throw new Failure(KeepProblem.BACKUP_DAMAGED, damaged, from);
        }
        Database.checkWhole(temporary);
        EvidenceFolder.settle(temporary, to.resolve(Vault.DATABASE));
    }
}
