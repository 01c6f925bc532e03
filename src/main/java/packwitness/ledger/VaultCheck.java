package packwitness.ledger;

import packwitness.ledger.tree.MerkleTree;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.Vault;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All checks of one vault, on a connection that cannot write; used by one thread, once. */
final class VaultCheck {
    private final SafeFiles files;
    private final String source;
    private final Findings findings;
    private final Histories histories;
    private final StampCheck stampCheck;
    private final TakeCheck takeCheck;
    private final MerkleTree tree = new MerkleTree();
    private final Map<String, Take> takes = new TreeMap<>();
    private final Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final Map<Sha256, byte[]> keys = new HashMap<>();
    private final Map<Long, Held> held = new TreeMap<>();
    private final Map<Long, Entry> stampRows = new HashMap<>();
    private final Map<String, Entry> erased = new HashMap<>();
    private final Set<String> hashes = new HashSet<>();
    private final Map<Long, Map<String, String>> salted = new HashMap<>();
    private String origin = "";

    /** A stamp whose cryptography is in order. */
    private record Held(Token token, Note note, byte[] request, byte[] response) {}

    VaultCheck(Path root, String source, TrustList trust, Findings findings, Histories histories)
            throws IOException {
        this.files = new SafeFiles(root);
        this.source = source;
        this.findings = findings;
        this.histories = histories;
        this.stampCheck = new StampCheck(trust, findings);
        this.takeCheck = new TakeCheck(findings);
    }

    /**
     * Checks the ledger and the originals.
     *
     * @param bags what bags show of this ledger, to be compared
     * @param only hash just this original, named as in the vault
     */
    void check(List<Shown> bags, Optional<String> only) {
        try (Connection connection = VaultConnection.open(files.root().resolve(Vault.DATABASE))) {
            readCheckpoints(connection);
            readStamps(connection);
            // Stamps are needed before the rows that they bracket; their rows are checked below.
            BracketCheck brackets = new BracketCheck(findings, source, soundStamps());
            readRows(connection, brackets);
            if (tree.size() == 0) {
                findings.failed("C3", source, "row.none");
                return;
            }
            brackets.finish();
            stampRows();
            signatures();
            salts(connection);
            histories.tree(source, origin, tree);
            takes(only);
            for (Shown bag : bags) if (bag.origin().equals(origin)) shown(connection, bag);
        } catch (SQLException e) {
            findings.undecided("C1", source, Report.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private void readCheckpoints(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger_checkpoint")) {
            while (row.next()) {
                String root = String.valueOf(row.getString("root"));
                String key = String.valueOf(row.getString("key"));
                byte[] signature = row.getBytes("signature");
                long size = row.getLong("size");
                if (!isHash(root) || !isHash(key) || signature == null || size <= 0) {
                    findings.failed("C4", about(size), "checkpoint.unreadable");
                    continue;
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
        }
    }

    private void readStamps(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger_stamp")) {
            while (row.next()) {
                Checkpoint checkpoint = checkpoints.get(row.getLong("size"));
                byte[] request = row.getBytes("request");
                byte[] response = row.getBytes("response");
                String about = about(row.getLong("size"));
                long seq = row.getLong("seq");
                long genTime = row.getLong("gen_time");
                if (checkpoint == null || request == null || response == null) {
                    findings.failed("C5", about, "stamp.unreadable");
                    continue;
                }
                Note note = new Note(checkpoint.origin(), checkpoint.size(), checkpoint.root());
                Optional<Token> token = stampCheck.check(about, request, response, note.text());
                if (token.isEmpty()) continue;
                held.put(seq, new Held(token.get(), note, request, response));
                if (token.get().genTime().toEpochMilli() != genTime)
                    findings.failed("C5", about, "stamp.time");
            }
        }
    }

    private List<SoundStamp> soundStamps() {
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

    private void readRows(Connection connection, BracketCheck brackets) throws SQLException {
        Sha256 previous = Sha256.ZERO;
        long before = findings.failures();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger_row ORDER BY seq")) {
            while (row.next()) {
                long seq = row.getLong("seq");
                byte[] body = Optional.ofNullable(row.getBytes("body")).orElse(new byte[0]);
                Sha256 leaf = RowText.leaf(body);
                String about = source + " row " + seq;
                if (seq != tree.size()) findings.failed("C3", about, "row.number", tree.size());
                if (!leaf.hex().equals(row.getString("leaf")))
                    findings.failed("C2", about, "row.changed");
                tree.append(leaf.bytes());
                Optional<Entry> entry = RowText.read(body);
                if (entry.isEmpty()) {
                    findings.failed("C2", about, "row.unreadable");
                } else {
                    if (!entry.get().prev().equals(previous))
                        findings.failed("C3", about, "row.unlinked");
                    columns(about, entry.get(), row);
                    see(entry.get());
                    brackets.see(entry.get());
                }
                previous = leaf;
            }
        }
        if (findings.failures() == before && tree.size() > 0) {
            findings.passed("C2", source, "row.all", tree.size());
            findings.passed("C3", source, "row.linked", tree.size() - 1);
        }
    }

    private void columns(String about, Entry entry, ResultSet row) throws SQLException {
        boolean same =
                entry.seq() == row.getLong("seq")
                        && entry.kind().name().equals(row.getString("kind"))
                        && entry.at().toEpochMilli() == row.getLong("at")
                        && id(row, "shipment_id").equals(LedgerTable.id(entry, "shipment"))
                        && id(row, "take_id").equals(LedgerTable.id(entry, "take"))
                        && id(row, "claim_id").equals(LedgerTable.id(entry, "claim"));
        if (!same) findings.failed("C2", about, "row.columns");
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private void see(Entry row) {
        switch (row.kind()) {
            case GENESIS, KEY -> {
                if (row.kind() == EntryKind.GENESIS)
                    origin = row.facts().getOrDefault("origin", "");
                if ((row.seq() == 0) != (row.kind() == EntryKind.GENESIS))
                    findings.failed("C3", source + " row " + row.seq(), "row.genesis");
                if (row.kind() == EntryKind.KEY)
                    findings.undecided("C4", source, "key.changed", row.seq());
                Keys.of(row).ifPresent(spki -> keys.put(Sha256.of(spki), spki));
            }
            case STAMP -> stampRows.put(row.seq(), row);
            case ARM -> EnvironmentCheck.check(findings, source, row);
            case ERASE -> {
                String take = row.facts().get("take");
                if (take != null) erased.put(take, row);
            }
            default -> {
                String take = row.facts().get("take");
                if (take != null && BagCheck.isRecording(row.kind()))
                    takes.computeIfAbsent(take, Take::new).see(row);
            }
        }
        row.facts()
                .forEach((name, value) -> {
                    if (name.endsWith(Salted.SUFFIX))
                        salted.computeIfAbsent(row.seq(), s -> new TreeMap<>()).put(name, value);
                    else if (name.endsWith("sha256") && row.kind() != EntryKind.SEGMENT)
                        hashes.add(value);
                });
    }

    /** Every stamp has its row and every STAMP row its stamp. */
    private void stampRows() {
        held.forEach((seq, stamp) -> {
            String about = about(stamp.note().size());
            Optional<Entry> row =
                    Optional.ofNullable(stampRows.get(seq))
                            .filter(one -> one.seq() >= stamp.note().size())
                            .filter(one ->
                                    stampCheck.fits(
                                            one,
                                            stamp.token(),
                                            stamp.note(),
                                            stamp.request(),
                                            stamp.response()));
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
    }

    private void signatures() {
        long before = findings.failures();
        for (Checkpoint checkpoint : checkpoints.values()) {
            String about = about(checkpoint.size());
            byte[] key = keys.get(checkpoint.key());
            if (key == null) findings.failed("C4", about, "checkpoint.otherKey");
            else if (!Keys.signed(key, checkpoint.note(), checkpoint.signature()))
                findings.failed("C4", about, "checkpoint.signature");
            if (!checkpoint.origin().equals(origin))
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

    private void salts(Connection connection) throws SQLException {
        long before = findings.failures();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger_salt")) {
            while (row.next()) {
                Salted one =
                        new Salted(
                                row.getLong("seq"),
                                String.valueOf(row.getString("name")),
                                String.valueOf(row.getString("salt")),
                                String.valueOf(row.getString("value")));
                count++;
                String said =
                        salted.getOrDefault(one.seq(), Map.of()).get(one.name() + Salted.SUFFIX);
                if (!one.hash().hex().equals(said))
                    findings.failed("C1", source + " row " + one.seq(), "salt.other");
            }
        }
        if (findings.failures() == before && count > 0)
            findings.passed("C1", source, "salt.fits", count);
    }

    private void takes(Optional<String> only) {
        for (Take take : takes.values()) {
            String about = source + " take " + take.id;
            takeCheck.complete(about, take);
            takeCheck.sums(about, take);
            String name = take.file().orElse("");
            if (only.isPresent() && !only.get().equals(name)) continue;
            if (take.end().isEmpty()) open(about, take, name);
            else sealed(about, take, name);
        }
        if (only.isPresent()
                && takes.values().stream()
                        .noneMatch(take -> only.equals(take.file()) && take.end().isPresent()))
            single(only.get());
    }

    /** A START without an end: still running, or dropped. */
    private void open(String about, Take take, String name) {
        Optional<Path> part =
                files.find(name + ".part")
                        .or(() -> files.find(name.replaceFirst("\\.mp4$", "") + ".part"))
                        .or(() -> files.find(name));
        if (part.isEmpty()) {
            findings.failed("C3", about, "take.noEnd");
        } else {
            findings.undecided("C3", about, "take.running");
            takeCheck.bytes(about, take, part.get());
        }
    }

    private void sealed(String about, Take take, String name) {
        Optional<Path> file = files.find(name);
        Optional<Sha256> promised = take.fileHash();
        if (file.isEmpty() && erased.containsKey(take.id)) {
            findings.undecided("C1", about, "file.erased");
        } else if (file.isEmpty()) {
            findings.failed("C1", about, "file.missing", name);
        } else if (promised.isEmpty()) {
            findings.failed("C1", about, "file.noHash");
        } else {
            try {
                if (EvidenceFolder.hash(file.get()).equals(promised.get()))
                    findings.passed("C1", about, "file.whole", name);
                else findings.failed("C1", about, "file.changed", name);
                takeCheck.bytes(about, take, file.get());
            } catch (IOException e) {
                findings.undecided("C1", about, Report.UNREADABLE, e.getClass().getSimpleName());
            }
        }
    }

    private void single(String name) {
        Optional<Path> file = files.find(name);
        try {
            if (file.isEmpty())
                findings.undecided("C1", source + "/" + name, Report.UNREADABLE, name);
            else if (hashes.contains(EvidenceFolder.hash(file.get()).hex()))
                findings.passed("C1", source + "/" + name, "roles.inLedger");
            else findings.undecided("C1", source + "/" + name, "file.unknown");
        } catch (IOException e) {
            findings.undecided(
                    "C1", source + "/" + name, Report.UNREADABLE, e.getClass().getSimpleName());
        }
    }

    /** C14: does the bag show all rows of its parcels, and all parcels of its waybills? */
    private void shown(Connection connection, Shown bag) throws SQLException {
        Set<Long> hidden = new TreeSet<>();
        for (String shipment : bag.shipments())
            hidden.addAll(
                    VaultConnection.numbers(
                            connection,
                            "SELECT seq FROM ledger_row WHERE shipment_id = ?1 OR take_id IN"
                                    + " (SELECT take_id FROM ledger_row WHERE shipment_id = ?1 AND"
                                    + " take_id IS NOT NULL)",
                            shipment));
        for (String waybill : bag.waybills())
            hidden.addAll(
                    VaultConnection.numbers(
                            connection,
                            "SELECT seq FROM ledger_salt WHERE name = 'waybill' AND value = ?",
                            waybill));
        // What was appended after the bag's checkpoint could not be shown.
        hidden.removeIf(seq -> seq >= bag.size());
        int all = hidden.size();
        hidden.removeAll(bag.rows());
        if (hidden.isEmpty()) findings.passed("C14", bag.source(), "shown.all", all);
        else
            findings.failed(
                    "C14", bag.source(), "shown.hidden", hidden.size(), first(hidden), source);
    }

    /** Returns the hashes of files that the ledger knows. */
    Set<String> hashes() {
        return hashes;
    }

    private static String first(Set<Long> rows) {
        return Arrays.toString(rows.stream().limit(5).toArray());
    }

    private static boolean isHash(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }

    private String about(long size) {
        return source + " checkpoint " + size;
    }
}
