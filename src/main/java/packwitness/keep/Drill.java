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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

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

    /** Tries so many recordings, drawn by chance, and notes the outcome beside the backup. */
    public DrillResult run(Path backup, int sample) throws Failure {
        Path folder = backup.toAbsolutePath().normalize();
        Snapshot snapshot = Snapshot.newest(folder);
        Instant at = clock.instant();
        Set<String> drawn = draw(snapshot, sample, at.toEpochMilli());
        Path place;
        try {
            place = Files.createTempDirectory("packwitness-drill-");
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, "temp");
        }
        try {
            DrillResult result = tryOut(folder, place.resolve("vault"), drawn);
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

    private static DrillResult tryOut(Path backup, Path place, Set<String> drawn) throws Failure {
        RestoreResult restored =
                Restore.into(
                        backup,
                        place,
                        line -> line.place().equals(Vault.DATABASE) || drawn.contains(line.place()),
                        RetentionProgress.UNSEEN);
        List<String> faults = new ArrayList<>(restored.damaged());
        int plays = 0;
        int verifies = 0;
        for (String name : drawn) {
            Path file = place.resolve(name);
            if (!Files.isRegularFile(file)) continue;
            boolean shown = plays(file);
            boolean proven = verifies(file);
            if (shown) plays++;
            if (proven) verifies++;
            if (!shown || !proven) faults.add(name);
        }
        return new DrillResult(drawn.size(), plays, verifies, faults);
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

    private static Set<String> draw(Snapshot snapshot, int sample, long seed) {
        List<String> videos =
                new ArrayList<>(
                        snapshot.files().stream()
                                .filter(line -> line.place().startsWith("videos/"))
                                .filter(line -> line.bytes() > 0)
                                .map(Snapshot.Line::place)
                                .toList());
        Random random = new Random(seed);
        Set<String> drawn = new HashSet<>();
        while (drawn.size() < sample && !videos.isEmpty())
            drawn.add(videos.remove(random.nextInt(videos.size())));
        return drawn;
    }
}
