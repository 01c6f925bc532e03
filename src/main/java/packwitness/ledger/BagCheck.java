package packwitness.ledger;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** All checks of one bag; used by one thread, once. */
final class BagCheck {
    private final SafeFiles files;
    private final String source;
    private final TrustList trust;
    private final Findings findings;
    private final Histories histories;
    private final KnownCuts known;
    private BagFiles bag;
    private SortedMap<Long, Entry> rows = new TreeMap<>();

    BagCheck(
            Path root,
            String source,
            TrustList trust,
            Findings findings,
            Histories histories,
            KnownCuts known)
            throws IOException {
        this.known = known;
        this.files = new SafeFiles(root);
        this.source = source;
        this.trust = trust;
        this.findings = findings;
        this.histories = histories;
        this.bag = new BagFiles(files, source, new TreeMap<>());
    }

    static boolean isBag(Path folder) {
        return Files.isRegularFile(folder.resolve(BagNames.DECLARATION))
                || Files.isRegularFile(folder.resolve(BagNames.TAG_MANIFEST));
    }

    /**
     * Checks the bag.
     *
     * @param only check just this file of the payload, named from data/ on
     */
    Optional<Shown> check(Optional<String> only) throws IOException {
        bag = new BagFiles(files, source, new BagFilesCheck(files, source, findings).check(only));
        BagRows bagRows = new BagRows(bag, findings);
        rows = bagRows.read();
        BagCheckpoints checkpoints = new BagCheckpoints(bag, rows, trust, findings, histories);
        Optional<Note> main = checkpoints.check();
        if (main.isEmpty()) return Optional.empty();
        bagRows.inclusion(main.get(), histories);
        bagRows.chain();
        Set<String> waybills = new BagSalts(bag, rows, findings).check();
        new BagTakes(bag, rows, findings).check(only);
        new BagFrames(bag, rows, findings, known).check(only);
        brackets(checkpoints.stamps());
        PixelCheck pixels =
                new PixelCheck(findings, source, checkpoints.notes(), checkpoints.stamps());
        rows.values().forEach(pixels::see);
        environment();
        new EventsCheck(findings, source, checkpoints.stamps()).check(rows.values());
        return Optional.of(shown(main.get(), waybills));
    }

    /** Returns the real hashes of the bag's payload. */
    SortedMap<String, Sha256> hashes() {
        return bag.real();
    }

    /** Returns the files that the bag calls key frames. */
    List<Path> keyFrames() {
        return BagFrames.pictures(bag);
    }

    private void brackets(List<SoundStamp> stamps) {
        BracketCheck brackets = new BracketCheck(findings, source, stamps);
        for (Entry row : rows.values())
            brackets.see(row.seq(), row.kind(), row.at().toEpochMilli());
        brackets.finish();
    }

    private void environment() {
        ClockCheck clock = new ClockCheck(findings, source);
        EnvironmentCheck environment = new EnvironmentCheck(findings, source);
        for (Entry row : rows.values()) {
            environment.see(row);
            clock.see(row.seq(), row.at().toEpochMilli());
        }
        clock.finish();
        boolean started = rows.values().stream().anyMatch(row -> row.kind() == EntryKind.START);
        boolean armed = rows.values().stream().anyMatch(row -> row.kind() == EntryKind.ARM);
        if (started && !armed) findings.undecided("C13", source, "arm.none");
    }

    private Shown shown(Note main, Set<String> waybills) {
        Set<String> shipments = new TreeSet<>();
        Set<String> claims = new TreeSet<>();
        for (Entry row : rows.values()) {
            String shipment = row.facts().get("shipment");
            if (shipment != null) shipments.add(shipment);
            String claim = row.facts().get("claim");
            if (claim != null) claims.add(claim);
        }
        return new Shown(
                bag.source(),
                main.origin(),
                main.size(),
                rows.keySet(),
                shipments,
                claims,
                waybills);
    }
}
