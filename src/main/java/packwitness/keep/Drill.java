package packwitness.keep;

import packwitness.ledger.Check;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.recording.KeyFrames;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves that a backup can be restored: brings the index and a few recordings back into a folder of
 * its own, plays and verifies them there, and removes the folder. Any thread.
 */
public final class Drill {
    private final Vault vault;
    private final Clock clock;

    public Drill(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Tries so many recordings, drawn by chance, and notes the outcome beside the backup; a drill
     * that was ended before notes none.
     */
    public DrillResult run(Path backup, int sample, RetentionProgress progress) throws Failure {
        Path folder = backup.toAbsolutePath().normalize();
        Snapshot snapshot = Snapshot.newest(folder);
        Instant at = clock.instant();
        List<Snapshot.Line> drawn = draw(snapshot, sample, at.toEpochMilli());
        Path place;
        try {
            place = Files.createTempDirectory("packwitness-drill-");
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, "temp");
        }
        try {
            DrillResult result =
                    tryOut(folder, place.resolve("vault"), drawn, index(snapshot), progress);
            if (!result.complete()) return result;
            vault.database()
                    .write(tx ->
                            tx.run(
                                    "UPDATE keep_backup SET drill_at = ?, drill_ok = ? WHERE"
                                            + " folder = ?",
                                    at,
                                    result.holds(),
                                    folder));
            return result;
        } finally {
            try {
                Backup.delete(place);
            } catch (IOException leftBehind) {
                // The system clears its folder for temporary files itself.
            }
        }
    }

    private static DrillResult tryOut(
            Path backup,
            Path place,
            List<Snapshot.Line> drawn,
            long index,
            RetentionProgress progress)
            throws Failure {
        Set<String> names = drawn.stream().map(Snapshot.Line::place).collect(Collectors.toSet());
        Steps steps = new Steps(drawn, index, progress);
        RestoreResult restored =
                Restore.into(
                        backup,
                        place,
                        line -> line.place().equals(Vault.DATABASE) || names.contains(line.place()),
                        (done, all) -> steps.restored(done));
        steps.indexed();
        List<String> faults = new ArrayList<>(restored.damaged());
        int plays = 0;
        int verifies = 0;
        for (Snapshot.Line line : drawn) {
            if (steps.ended) break;
            Path file = place.resolve(line.place());
            if (Files.isRegularFile(file)) {
                boolean shown = plays(file);
                boolean proven = verifies(file);
                if (shown) plays++;
                if (proven) verifies++;
                if (!shown || !proven) faults.add(line.place());
            }
            steps.tried(line);
        }
        return new DrillResult(drawn.size(), plays, verifies, faults, !steps.ended);
    }

    /** How far a drill is, in bytes: all is read twice, to bring it and to try it. */
    private static final class Steps {
        private static final int MILLION = 1_000_000;

        private final List<Snapshot.Line> drawn;
        private final RetentionProgress progress;
        private final long index;
        private final double all;
        private long done;
        private boolean ended;

        Steps(List<Snapshot.Line> drawn, long index, RetentionProgress progress) {
            this.drawn = drawn;
            this.index = index;
            this.progress = progress;
            this.all = 2.0 * (index + drawn.stream().mapToLong(Snapshot.Line::bytes).sum());
        }

        boolean restored(int files) {
            long bytes = 0;
            for (int i = 0; i < Math.min(files, drawn.size()); i++) bytes += drawn.get(i).bytes();
            return at(bytes);
        }

        void indexed() {
            if (!ended) at(done + 2 * index);
        }

        void tried(Snapshot.Line line) {
            at(done + line.bytes());
        }

        private boolean at(long bytes) {
            done = bytes;
            boolean last = bytes >= all;
            if (!progress.goOn((int) (bytes / all * MILLION), MILLION) && !last) ended = true;
            return !ended;
        }
    }

    private static boolean plays(Path file) {
        try {
            return !KeyFrames.spread(file, 1).isEmpty();
        } catch (Failure cannot) {
            return false;
        }
    }

    /** The file against its own rows; what else the restored ledger lacks is not asked here. */
    private static boolean verifies(Path file) {
        Report report =
                new Verifier(TrustList.shipped(), (pdf, bags) -> List.of()).verify(List.of(file));
        Check bytes = report.check("C1");
        Check chain = report.check("C9");
        return bytes.outcome() != Outcome.FAILED
                && chain.outcome() != Outcome.FAILED
                && report.check("C2").outcome() == Outcome.PASSED
                && bytes.findings().stream().anyMatch(one -> one.outcome() == Outcome.PASSED);
    }

    private static List<Snapshot.Line> draw(Snapshot snapshot, int sample, long seed) {
        List<Snapshot.Line> videos =
                new ArrayList<>(
                        snapshot.files().stream()
                                .filter(line -> line.place().startsWith("videos/"))
                                .filter(line -> line.bytes() > 0)
                                .toList());
        Collections.shuffle(videos, new Random(seed));
        Set<Snapshot.Line> drawn = Set.copyOf(videos.subList(0, Math.min(sample, videos.size())));
        // In the order in which they will come.
        return snapshot.files().stream().filter(drawn::contains).toList();
    }

    private static long index(Snapshot snapshot) {
        return snapshot.files().stream()
                .filter(line -> line.place().equals(Vault.DATABASE))
                .mapToLong(Snapshot.Line::bytes)
                .sum();
    }
}
