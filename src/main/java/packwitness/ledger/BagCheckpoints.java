package packwitness.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** C4 to C6 of a bag, and what it gives to C8: its checkpoints and stamps. One thread. */
final class BagCheckpoints {
    private final BagFiles bag;
    private final SortedMap<Long, Entry> rows;
    private final Findings findings;
    private final Histories histories;
    private final StampCheck stampCheck;
    private final KeyHistory keys;
    private final List<Note> notes = new ArrayList<>();
    private final List<SoundStamp> stamps = new ArrayList<>();

    BagCheckpoints(
            BagFiles bag,
            SortedMap<Long, Entry> rows,
            TrustList trust,
            Findings findings,
            Histories histories) {
        this.bag = bag;
        this.rows = rows;
        this.findings = findings;
        this.histories = histories;
        this.stampCheck = new StampCheck(trust, findings);
        this.keys = new KeyHistory(findings, bag.source());
    }

    /** Returns the main checkpoint, if it can be read. */
    Optional<Note> check() {
        for (Entry row : rows.values())
            if (row.kind() == EntryKind.GENESIS || row.kind() == EntryKind.KEY) keys.see(row);
        Optional<Note> main = note(BagNames.MAIN);
        if (main.isEmpty()) {
            findings.failed("C4", bag.name(BagNames.MAIN + BagNames.NOTE), "checkpoint.unreadable");
            return main;
        }
        checkpoint(BagNames.MAIN, main.get(), main.get());
        otherCheckpoints(main.get());
        return main;
    }

    List<SoundStamp> stamps() {
        return stamps;
    }

    private Optional<Note> note(String at) {
        return bag.small(at + BagNames.NOTE).flatMap(Note::read);
    }

    List<Note> notes() {
        return notes;
    }

    private void checkpoint(String at, Note note, Note main) {
        notes.add(note);
        histories.note(bag.source(), note);
        Optional<byte[]> signature = bag.small(at + BagNames.SIGNATURE);
        Optional<byte[]> key =
                bag.small(at + BagNames.KEY)
                        .flatMap(pem ->
                                Pem.read("PUBLIC KEY", new String(pem, StandardCharsets.US_ASCII)));
        signature(at, note, key, signature, note.size() > main.size());
        stamp(at, note);
    }

    /**
     * @param later the rows shown end before this checkpoint, so a newer key may have signed it
     */
    private void signature(
            String at, Note note, Optional<byte[]> key, Optional<byte[]> signature, boolean later) {
        String about = bag.name(at + BagNames.SIGNATURE);
        if (key.isEmpty() || signature.isEmpty())
            findings.failed("C4", about, "checkpoint.unsigned");
        else if (!Keys.signed(key.get(), note.text(), signature.get()))
            findings.failed("C4", about, "checkpoint.signature");
        else if (keys.inForce(key.get(), note.size()))
            findings.passed("C4", about, "checkpoint.signed", note.size());
        else if (later) findings.undecided("C4", about, "checkpoint.keyUnknown", note.size());
        else findings.failed("C4", about, "checkpoint.otherKey");
        Entry genesis = rows.get(0L);
        if (genesis == null
                || genesis.kind() != EntryKind.GENESIS
                || !note.origin().equals(genesis.facts().get("origin")))
            findings.failed("C4", about, "checkpoint.origin");
    }

    private void stamp(String at, Note note) {
        Optional<byte[]> response = bag.small(at + BagNames.RESPONSE);
        if (response.isEmpty()) {
            if (bag.real().containsKey(at + BagNames.RESPONSE)
                    || bag.real().containsKey(at + BagNames.REQUEST))
                findings.failed("C5", bag.name(at + BagNames.RESPONSE), "stamp.unreadable");
            else if (at.equals(BagNames.MAIN)) {
                findings.undecided("C5", bag.name(at), "stamp.none");
                findings.undecided("C6", bag.name(at), "stamp.none");
            }
            return;
        }
        byte[] request = bag.small(at + BagNames.REQUEST).orElse(new byte[0]);
        String about = bag.name(at + BagNames.RESPONSE);
        Optional<Token> token = stampCheck.check(about, request, response.get(), note.text());
        if (token.isEmpty()) return;
        String time = token.get().genTime().getEpochSecond() + "\n";
        boolean sameTime =
                bag.small(at + BagNames.TIME)
                        .map(bytes -> Arrays.equals(bytes, RowText.utf8(time)))
                        .orElse(false);
        if (!sameTime) findings.failed("C5", bag.name(at + BagNames.TIME), "stamp.time");
        Optional<Entry> told =
                rows.values().stream()
                        .filter(one -> one.kind() == EntryKind.STAMP)
                        .filter(one -> Take.number(one, "size") == note.size())
                        .findFirst();
        Optional<Entry> row =
                told.filter(
                        one -> stampCheck.fits(one, token.get(), note, request, response.get()));
        if (told.isPresent() && row.isEmpty())
            findings.failed("C5", about, "stamp.row", told.get().seq());
        row.ifPresent(one -> stampCheck.clock(about, one, token.get().genTime()));
        if (at.equals(BagNames.MAIN)) stampCheck.lasts(about, token.get());
        stamps.add(
                new SoundStamp(
                        note.size(),
                        token.get().genTime(),
                        token.get().kind(),
                        row.map(Entry::seq)));
    }

    private void otherCheckpoints(Note main) {
        Set<String> folders = new TreeSet<>();
        for (String name : bag.under(BagNames.OTHERS)) {
            int slash = name.indexOf('/', BagNames.OTHERS.length());
            if (slash > 0) folders.add(name.substring(0, slash + 1));
        }
        for (String folder : folders) {
            Optional<Note> other = note(folder);
            if (other.isEmpty()) {
                findings.failed("C4", bag.name(folder + BagNames.NOTE), "checkpoint.unreadable");
                continue;
            }
            checkpoint(folder, other.get(), main);
            long size = other.get().size();
            bag.hashList(BagNames.consistency(size, main.size()))
                    .ifPresent(proof ->
                            histories.proof(
                                    Math.min(size, main.size()),
                                    Math.max(size, main.size()),
                                    proof));
        }
    }
}
