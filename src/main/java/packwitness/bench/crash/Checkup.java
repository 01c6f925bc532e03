package packwitness.bench.crash;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.ledger.Verifier;
import packwitness.recording.FrameNumbers;
import packwitness.recording.Recovered;
import packwitness.recording.Recovery;
import packwitness.recording.Segment;
import packwitness.shipment.ShipmentIndex;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens a vault as the next start of the program would, lets it recover, and holds what is there
 * against what was promised. One thread.
 */
final class Checkup {
    /** What was found: broken promises in words, and how much video is missing at the end. */
    static final class Findings {
        final List<String> broken = new ArrayList<>();
        int acknowledged;
        int withoutRow;
        int unreadable;
        int tornTails;
        int recovered;
        int beforeFirstFragment;
        int segments;
        Duration lost = Duration.ZERO;

        private void broken(String what) {
            broken.add(what);
        }
    }

    private record Row(long take, String state, String file, String sha256, long segments) {}

    private final Clock clock;
    private final char[] passphrase;
    private final double framesPerSecond;

    Checkup(Clock clock, char[] passphrase, double framesPerSecond) {
        this.clock = clock;
        this.passphrase = passphrase.clone();
        this.framesPerSecond = framesPerSecond;
    }

    /**
     * Recovers and checks.
     *
     * @param end when the program ended, by the clock it recorded with
     */
    Findings examine(Path folder, List<Promises.Told> promised, Instant end) {
        Findings findings = new Findings();
        findings.acknowledged = promised.size();
        try (Vault vault = Vault.openExisting(folder, clock, 1)) {
            DeviceKey key =
                    DeviceKey.openOrMake(folder.resolve("keys/device.p12"), passphrase, clock);
            Ledger ledger = Ledger.open(vault.database(), key, clock);
            ShipmentIndex index = new ShipmentIndex(vault, ledger);
            findings.recovered = index.sealLeftOpen().size();
            List<Row> rows = rows(vault);
            for (Promises.Told told : promised) take(vault, index, rows, told, end, findings);
            for (Row row : rows)
                if (row.state.equals("RECORDING")) findings.broken("a take is still open");
        } catch (Failure e) {
            findings.broken("recovery: " + e.problem().key() + " " + e.getMessage());
            return findings;
        }
        leftOver(folder, findings);
        Report report = new Verifier().verify(List.of(folder));
        if (report.outcome() == Outcome.FAILED)
            report.checks().stream()
                    .flatMap(check -> check.findings().stream())
                    .filter(finding -> finding.outcome() == Outcome.FAILED)
                    .limit(3)
                    .forEach(finding -> findings.broken("verifier: " + finding.text(Lang.EN)));
        return findings;
    }

    private static List<Row> rows(Vault vault) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.list(
                                "SELECT id, state, file, sha256, segments FROM take",
                                row ->
                                        new Row(
                                                row.number("id"),
                                                row.text("state"),
                                                row.text("file"),
                                                row.maybeText("sha256").orElse(""),
                                                row.maybeNumber("segments").orElse(0L))));
    }

    private void take(
            Vault vault,
            ShipmentIndex index,
            List<Row> rows,
            Promises.Told told,
            Instant end,
            Findings findings) {
        Optional<Row> found = rows.stream().filter(row -> row.take == told.take).findFirst();
        if (found.isEmpty()) {
            findings.withoutRow++;
            findings.broken("an acknowledged take has no row");
            return;
        }
        Row row = found.get();
        Path file = vault.files().at(row.file);
        findings.segments += told.segments;
        try {
            List<Segment> links = index.segments(new TakeId(told.take));
            if (links.size() < told.segments)
                findings.broken("told " + told.segments + " links, rows " + links.size());
            if (told.sealed.isPresent()) sealed(row, file, told.sealed.get(), findings);
            Instant last = told.begun;
            if (Files.exists(file) && Files.size(file) > 0 && !links.isEmpty())
                last = video(file, links, told, findings);
            else if (told.segments > 0) {
                findings.unreadable++;
                findings.broken("the file of " + told.segments + " told links is gone");
            } else findings.beforeFirstFragment++;
            Instant expected = told.ended.filter(at -> at.isBefore(end)).orElse(end);
            Instant since = last.isBefore(told.begun) ? told.begun : last;
            Duration lost = Duration.between(since, expected);
            if (lost.compareTo(findings.lost) > 0) findings.lost = lost;
        } catch (Failure e) {
            findings.unreadable++;
            findings.broken("file: " + e.problem().key());
        } catch (IOException e) {
            findings.unreadable++;
            findings.broken("file: " + e);
        }
    }

    private static void sealed(Row row, Path file, String sha256, Findings findings)
            throws IOException {
        if (!row.state.equals("SEALED")) findings.broken("told as sealed, is " + row.state);
        if (!Files.exists(file) || !EvidenceFolder.hash(file).hex().equals(sha256))
            findings.broken("a sealed file is not what was told");
    }

    /** Decodes all of it and returns the wall-clock time of its last readable frame. */
    private Instant video(Path file, List<Segment> links, Promises.Told told, Findings findings)
            throws Failure, IOException {
        Recovered proof = Recovery.examine(file, links);
        if (proof.provenSegments() < told.segments || proof.provenSegments() < links.size())
            findings.broken(
                    "proven "
                            + proof.provenSegments()
                            + " of "
                            + links.size()
                            + " links: "
                            + proof.end());
        long proven = links.stream().mapToLong(Segment::frames).sum();
        if (proven == 0 && proof.framesReadable() == 0) return told.begun;
        FrameNumbers.Count count = FrameNumbers.count(file);
        boolean torn = !count.whole() && proof.tailBytes() > 0;
        if (torn) {
            // Bytes that were never forced may be torn; recovery names them as unproven, and what
            // they show counts for nothing here.
            findings.tornTails++;
            if (proven == 0) return told.begun;
            count = FrameNumbers.count(provenPart(file, proof.provenBytes()));
        }
        if (!count.whole()) {
            findings.unreadable++;
            findings.broken("frames: " + count);
        }
        // Where frames were dropped by the way the numbers are not the count; then only links tell.
        long beyond = torn ? 0 : Math.max(0, proof.framesReadable() - proven);
        Segment last = links.getLast();
        if (proven == 0) return told.begun;
        return last.lastFrameAt().plusNanos(Math.round(beyond * 1e9 / framesPerSecond));
    }

    private static Path provenPart(Path file, long bytes) throws IOException {
        Path part = Files.createTempFile("proven", ".mp4");
        part.toFile().deleteOnExit();
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (long at = 0; at < bytes; ) at += from.transferTo(at, bytes - at, to);
        }
        return part;
    }

    private static void leftOver(Path folder, Findings findings) {
        for (String name : List.of("videos", "frames")) {
            try (Stream<Path> files = Files.walk(folder.resolve(name))) {
                files.filter(file -> file.toString().endsWith(".part"))
                        .forEach(file -> findings.broken("a .part is left"));
            } catch (IOException e) {
                findings.broken("walk: " + e);
            }
        }
    }
}
