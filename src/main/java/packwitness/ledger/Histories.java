package packwitness.ledger;

import packwitness.ledger.tree.MerkleProof;
import packwitness.ledger.tree.MerkleTree;
import packwitness.value.Sha256;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All checkpoints, proofs, rows and trees of all things given, compared with each other: a ledger
 * must have one history. Used by one thread.
 */
final class Histories {
    private static final String CHECK = "C8";

    private final List<Seen> notes = new ArrayList<>();
    private final List<Grown> proofs = new ArrayList<>();
    private final Map<String, Map<Long, Leaf>> leaves = new HashMap<>();
    private final Map<String, Whole> wholes = new HashMap<>();

    private record Seen(String source, Note note) {}

    private record Grown(long earlier, long later, List<byte[]> proof) {}

    private record Leaf(String source, Sha256 hash) {}

    private record Whole(String source, MerkleTree tree) {}

    void note(String source, Note note) {
        notes.add(new Seen(source, note));
    }

    void proof(long earlier, long later, List<byte[]> proof) {
        proofs.add(new Grown(earlier, later, proof));
    }

    void tree(String source, String origin, MerkleTree tree) {
        wholes.put(origin, new Whole(source, tree));
    }

    /** Notes a shown row's leaf; two rows in one place are two histories. */
    void leaf(Findings findings, String source, String origin, long seq, Sha256 hash) {
        Leaf before =
                leaves.computeIfAbsent(origin, o -> new HashMap<>())
                        .putIfAbsent(seq, new Leaf(source, hash));
        if (before != null && !before.hash().equals(hash))
            findings.failed(CHECK, source, "history.row", seq, before.source());
        Whole whole = wholes.get(origin);
        if (whole == null) return;
        if (seq >= whole.tree().size())
            findings.failed(CHECK, source, "history.shorter", seq + 1, whole.tree().size());
        else if (!Sha256.ofBytes(whole.tree().leaf(seq)).equals(hash))
            findings.failed(CHECK, source, "history.row", seq, whole.source());
    }

    void compare(Findings findings) {
        leaves.forEach(
                (origin, shown) -> {
                    if (wholes.containsKey(origin))
                        shown.forEach(
                                (seq, leaf) ->
                                        leaf(findings, leaf.source(), origin, seq, leaf.hash()));
                });
        for (String origin : new TreeSet<>(notes.stream().map(s -> s.note().origin()).toList()))
            compare(findings, origin);
    }

    private void compare(Findings findings, String origin) {
        List<Seen> all =
                notes.stream()
                        .filter(seen -> seen.note().origin().equals(origin))
                        .sorted(Comparator.comparingLong(seen -> seen.note().size()))
                        .toList();
        long sources = all.stream().map(Seen::source).distinct().count();
        long before = findings.failures();
        Whole whole = wholes.get(origin);
        if (whole != null) for (Seen seen : all) against(findings, seen, whole);
        else againstNewest(findings, all);
        if (findings.failures() > before) return;
        if (sources > 1) findings.passed(CHECK, origin, "history.one", all.size(), sources);
        else if (all.size() > 1 || whole != null)
            findings.undecided(CHECK, origin, "history.alone", all.size());
        else findings.undecided(CHECK, origin, "history.single");
    }

    private static void against(Findings findings, Seen seen, Whole whole) {
        long size = seen.note().size();
        if (size > whole.tree().size())
            findings.failed(CHECK, seen.source(), "history.shorter", size, whole.tree().size());
        else if (!Sha256.ofBytes(whole.tree().root(size)).equals(seen.note().root()))
            findings.failed(CHECK, seen.source(), "history.notExtended", size, whole.source());
    }

    /** Each must be proven to be part of the newest, straight or by way of others. */
    private void againstNewest(Findings findings, List<Seen> all) {
        for (int i = 0; i < all.size(); i++) {
            Seen one = all.get(i);
            for (int j = i + 1; j < all.size(); j++) {
                Seen other = all.get(j);
                boolean same = one.note().size() == other.note().size();
                if (same && !one.note().root().equals(other.note().root()))
                    findings.failed(
                            CHECK, one.source(), "history.fork", one.note().size(), other.source());
            }
        }
        Note newest = all.getLast().note();
        for (Seen seen : all)
            if (!reaches(seen.note(), newest, all, 0))
                findings.failed(
                        CHECK,
                        seen.source(),
                        "history.unproven",
                        seen.note().size(),
                        newest.size(),
                        all.getLast().source());
    }

    private boolean reaches(Note from, Note to, List<Seen> all, int depth) {
        if (from.size() == to.size()) return from.root().equals(to.root());
        if (depth > 4) return false;
        for (Grown grown : proofs) {
            if (grown.earlier() != from.size() || grown.later() <= from.size()) continue;
            Optional<Note> next =
                    all.stream()
                            .map(Seen::note)
                            .filter(note -> note.size() == grown.later())
                            .findFirst();
            if (next.isPresent()
                    && MerkleProof.consistent(
                            from.size(),
                            next.get().size(),
                            grown.proof(),
                            from.root().bytes(),
                            next.get().root().bytes())
                    && reaches(next.get(), to, all, depth + 1)) return true;
        }
        return false;
    }
}
