package packwitness.ledger;

import packwitness.ledger.tree.MerkleTree;
import packwitness.value.Sha256;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** C4 to C6 and part of C8: the checkpoints and stamps of a vault. One thread. */
final class VaultCheckpoints {
    private final String source;
    private final Findings findings;
    private final Histories histories;
    private final StampCheck stampCheck;
    private final Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final Map<Long, Held> held = new TreeMap<>();

    /** A stamp whose cryptography is in order. */
    private record Held(
            Token token,
            Note note,
            byte[] request,
            byte[] response,
            String authority,
            String kind) {}

    VaultCheckpoints(String source, TrustList trust, Findings findings, Histories histories) {
        this.source = source;
        this.findings = findings;
        this.histories = histories;
        this.stampCheck = new StampCheck(trust, findings);
    }

    void read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger_checkpoint")) {
            while (row.next()) checkpoint(row);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger_stamp")) {
            while (row.next()) stamp(row);
        }
    }

    private void checkpoint(ResultSet row) throws SQLException {
        String root = String.valueOf(row.getString("root"));
        String key = String.valueOf(row.getString("key"));
        byte[] signature = row.getBytes("signature");
        long size = row.getLong("size");
        if (!Sha256.isHex(root) || !Sha256.isHex(key) || signature == null || size <= 0) {
            findings.failed("C4", about(size), "checkpoint.unreadable");
            return;
        }
        checkpoints.put(
                size,
                new Checkpoint(
                        String.valueOf(row.getString("origin")),
                        size,
                        new Sha256(root),
                        Instant.ofEpochMilli(row.getLong("at")),
                        signature,
                        new Sha256(key)));
    }

    private void stamp(ResultSet row) throws SQLException {
        Checkpoint checkpoint = checkpoints.get(row.getLong("size"));
        byte[] request = row.getBytes("request");
        byte[] response = row.getBytes("response");
        String about = about(row.getLong("size"));
        if (checkpoint == null || request == null || response == null) {
            findings.failed("C5", about, "stamp.unreadable");
            return;
        }
        Note note = new Note(checkpoint.origin(), checkpoint.size(), checkpoint.root());
        Optional<Token> token = stampCheck.check(about, request, response, note.text());
        if (token.isEmpty()) return;
        held.put(
                row.getLong("seq"),
                new Held(
                        token.get(),
                        note,
                        request,
                        response,
                        String.valueOf(row.getString("authority")),
                        String.valueOf(row.getString("kind"))));
        if (token.get().genTime().toEpochMilli() != row.getLong("gen_time"))
            findings.failed("C5", about, "stamp.time");
    }

    List<Note> notes() {
        return checkpoints.values().stream()
                .map(one -> new Note(one.origin(), one.size(), one.root()))
                .toList();
    }

    List<SoundStamp> soundStamps() {
        List<SoundStamp> sound = new ArrayList<>();
        held.forEach((seq, stamp) ->
                sound.add(
                        new SoundStamp(
                                stamp.note().size(),
                                stamp.token().genTime(),
                                stamp.token().kind(),
                                Optional.of(seq))));
        return sound;
    }

    /** Every stamp has its row and every STAMP row its stamp. */
    void rows(Map<Long, Entry> stampRows) {
        held.forEach((seq, stamp) -> {
            String about = about(stamp.note().size());
            Optional<Entry> row =
                    Optional.ofNullable(stampRows.get(seq)).filter(one -> fits(one, stamp));
            if (row.isEmpty()) findings.failed("C5", about, "stamp.row", seq);
            else stampCheck.clock(about, row.get(), stamp.token().genTime());
        });
        for (long seq : stampRows.keySet())
            if (!held.containsKey(seq)) findings.failed("C5", source + " row " + seq, "stamp.gone");
        if (checkpoints.isEmpty()) findings.undecided("C4", source, "checkpoint.none");
        if (stampRows.isEmpty()) {
            findings.undecided("C5", source, "stamp.none");
            findings.undecided("C6", source, "stamp.none");
        }
        held.values().stream()
                .map(Held::token)
                .max(java.util.Comparator.comparing(Token::genTime))
                .ifPresent(newest -> stampCheck.lasts(source, newest));
    }

    private boolean fits(Entry row, Held stamp) {
        return row.seq() >= stamp.note().size()
                && stamp.authority().equals(row.facts().get("authority"))
                && stamp.kind().equals(row.facts().get("authority_kind"))
                && stampCheck.fits(
                        row, stamp.token(), stamp.note(), stamp.request(), stamp.response());
    }

    void signatures(KeyHistory keys, MerkleTree tree) {
        long before = findings.failures();
        for (Checkpoint checkpoint : checkpoints.values()) {
            String about = about(checkpoint.size());
            Optional<byte[]> key = keys.at(checkpoint.size());
            if (key.isEmpty() || !Sha256.of(key.get()).equals(checkpoint.key()))
                findings.failed("C4", about, "checkpoint.otherKey");
            else if (!Keys.signed(key.get(), checkpoint.note(), checkpoint.signature()))
                findings.failed("C4", about, "checkpoint.signature");
            if (!checkpoint.origin().equals(keys.origin()))
                findings.failed("C4", about, "checkpoint.origin");
            histories.note(
                    source, new Note(checkpoint.origin(), checkpoint.size(), checkpoint.root()));
            if (checkpoint.size() > tree.size())
                findings.failed("C8", about, "history.shorter", checkpoint.size(), tree.size());
            else if (!Sha256.ofBytes(tree.root(checkpoint.size())).equals(checkpoint.root()))
                findings.failed("C8", about, "history.notExtended", checkpoint.size(), source);
        }
        if (findings.failures() == before && !checkpoints.isEmpty())
            findings.passed("C4", source, "checkpoint.allSigned", checkpoints.size());
    }

    private String about(long size) {
        return source + " checkpoint " + size;
    }
}
