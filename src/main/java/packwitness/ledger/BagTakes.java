package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** C1, C3 and C9 of a bag: what its files are, and its recordings. One thread. */
final class BagTakes {
    private final BagFiles bag;
    private final SortedMap<Long, Entry> rows;
    private final Findings findings;
    private final TakeCheck takeCheck;

    BagTakes(BagFiles bag, SortedMap<Long, Entry> rows, Findings findings) {
        this.bag = bag;
        this.rows = rows;
        this.findings = findings;
        this.takeCheck = new TakeCheck(findings);
    }

    void check(Optional<String> only) {
        roles(only);
        if (only.isEmpty()) takes();
    }

    /** Originals and received files must be in the ledger; each sealed original should be here. */
    private void roles(Optional<String> only) {
        Set<String> said = new HashSet<>();
        for (Entry row : rows.values()) said.addAll(row.facts().values());
        Set<String> named = new HashSet<>();
        for (String line : bag.text(BagNames.ROLES).lines().toList()) {
            String[] parts = line.split(" ", 3);
            if (parts.length != 3) {
                findings.failed("C1", bag.name(BagNames.ROLES), "roles.unreadable");
                continue;
            }
            named.add(parts[2]);
            if (only.isPresent() && !only.get().equals(parts[2])) continue;
            Sha256 found = bag.real().get(parts[2]);
            if (found == null || !found.hex().equals(parts[1]))
                findings.failed("C1", bag.name(parts[2]), "roles.other");
            else if (parts[0].equals("ORIGINAL") || parts[0].equals("RECEIVED")) {
                if (said.contains(found.hex()))
                    findings.passed("C1", bag.name(parts[2]), "roles.inLedger");
                else findings.failed("C1", bag.name(parts[2]), "roles.notInLedger");
            }
        }
        for (String name : bag.real().keySet())
            if (!name.startsWith(BagNames.LEDGER) && !named.contains(name))
                findings.failed("C1", bag.name(name), "roles.unnamed");
    }

    /** Checks each recording whose rows are shown, and that its takes are numbered on. */
    private void takes() {
        Map<String, Take> takes = new TreeMap<>();
        Set<String> erased = new HashSet<>();
        Deletions deletions = new Deletions();
        for (Entry row : rows.values()) {
            String id = row.facts().get("take");
            if (id != null && Take.isRecording(row.kind()))
                takes.computeIfAbsent(id, Take::new).see(row);
            if (Deletions.isOfFile(row)) deletions.see(row);
            else if (id != null && row.kind() == EntryKind.ERASE) erased.add(id);
        }
        Map<Take, Path> bytes = new LinkedHashMap<>();
        for (Take take : takes.values()) {
            String about = bag.source() + " take " + take.id;
            takeCheck.complete(about, take);
            if (take.end().isEmpty()) findings.failed("C3", about, "take.noEnd");
            takeCheck.sums(about, take);
            Optional<Path> file = take.fileHash().flatMap(bag::find);
            Optional<Long> deleted =
                    deletions.of(take.id, take.fileHash().map(Sha256::hex).orElse(""));
            if (file.isPresent()) bytes.put(take, file.get());
            else if (deleted.isPresent())
                findings.undecided("C1", about, "file.deleted", deleted.get());
            else if (erased.contains(take.id)) findings.undecided("C1", about, "file.erased");
            else if (take.end().isPresent()) findings.failed("C1", about, "take.notInBag");
        }
        bytes(bytes);
        TakeNumbers.check(findings, bag.source(), takes.values());
        links();
    }

    /** Two files at once, as with their sums. */
    private void bytes(Map<Take, Path> files) {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            files.forEach((take, file) ->
                    two.execute(
                            () -> takeCheck.bytes(bag.source() + " take " + take.id, take, file)));
        }
    }

    private void links() {
        SortedMap<String, String> links = SegmentLinks.texts(rows.values());
        for (String name : bag.under(BagNames.LINKS)) {
            String take = name.substring(BagNames.LINKS.length()).replace(BagNames.TEXT, "");
            if (!bag.text(name).equals(links.getOrDefault(take, "")))
                findings.failed("C9", bag.name(name), "take.links");
        }
    }
}
