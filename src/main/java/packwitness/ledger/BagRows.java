package packwitness.ledger;

import packwitness.ledger.tree.MerkleProof;
import packwitness.value.Sha256;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** C2 and C3 of a bag: its rows, their proofs, and the chain between neighbours. One thread. */
final class BagRows {
    private final BagFiles bag;
    private final Findings findings;
    private final SortedMap<Long, Entry> rows = new TreeMap<>();

    BagRows(BagFiles bag, Findings findings) {
        this.bag = bag;
        this.findings = findings;
    }

    SortedMap<Long, Entry> read() {
        for (String name : bag.under(BagNames.ROWS)) {
            Optional<Entry> row = bag.small(name).flatMap(RowText::read);
            String expected = row.map(e -> BagNames.ROWS + e.seq() + BagNames.ROW).orElse("");
            if (!expected.equals(name)) findings.failed("C2", bag.name(name), "row.unreadable");
            else rows.put(row.orElseThrow().seq(), row.orElseThrow());
        }
        if (rows.isEmpty()) findings.failed("C2", bag.name(BagNames.ROWS), "row.none");
        return rows;
    }

    void inclusion(Note main, Histories histories) {
        long before = findings.failures();
        for (Entry row : rows.values()) {
            boolean included =
                    bag.hashList(BagNames.PROOFS + row.seq() + BagNames.TEXT)
                            .map(path ->
                                    MerkleProof.includes(
                                            row.leaf().bytes(),
                                            row.seq(),
                                            main.size(),
                                            path,
                                            main.root().bytes()))
                            .orElse(false);
            if (!included) findings.failed("C2", file(row.seq()), "row.outside");
            histories.leaf(findings, bag.source(), main.origin(), row.seq(), row.leaf());
        }
        if (findings.failures() == before && !rows.isEmpty())
            findings.passed("C2", bag.source(), "row.inside", rows.size(), main.size());
    }

    void chain() {
        long before = findings.failures();
        int links = 0;
        Optional<Entry> previous = Optional.empty();
        for (Entry row : rows.values()) {
            if (previous.isPresent() && previous.get().seq() + 1 == row.seq()) {
                links++;
                if (!previous.get().leaf().equals(row.prev()))
                    findings.failed("C3", file(row.seq()), "row.unlinked");
            }
            if (row.seq() == 0 && !row.prev().equals(Sha256.ZERO))
                findings.failed("C3", file(0), "row.unlinked");
            previous = Optional.of(row);
        }
        if (findings.failures() == before && links > 0)
            findings.passed("C3", bag.source(), "row.linked", links);
    }

    private String file(long seq) {
        return bag.name(BagNames.ROWS + seq + BagNames.ROW);
    }
}
