package packwitness.ledger;

import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The append-only log of a vault. Safe for any thread and for several programs on one vault. */
public final class Ledger {
    /** The fact of custody rows that names who did it; the account of the system if not said. */
    public static final String WHO = "who";

    /** A sheet on the wall is older than the newest checkpoint, but not by years. */
    private static final int CODES_KNOWN = 2000;

    private static final int SALT_BYTES = 16;
    private static final int ORIGIN_BYTES = 8;

    private final Database database;
    private final DeviceKey key;
    private final Clock clock;
    private final Leaves leaves;
    private final String who = System.getProperty("user.name", "");
    private final SecureRandom random = new SecureRandom();

    private Ledger(Database database, DeviceKey key, Clock clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
        this.leaves = new Leaves(database);
    }

    /**
     * Opens the ledger of the vault; a new one gets its GENESIS row, another key than the last one
     * its KEY row.
     */
    public static Ledger open(Database database, DeviceKey key, Clock clock) throws Failure {
        Ledger ledger = new Ledger(database, key, clock);
        database.write(tx -> {
            ledger.begin(tx);
            return true;
        });
        return ledger;
    }

    /** Appends a row inside the caller's writing transaction: row and fact commit together. */
    public Entry append(Transaction tx, EntryKind kind, Facts facts) throws SQLException {
        // Read again in every transaction: another program may have appended since.
        LedgerTable.Last last = LedgerTable.last(tx);
        long seq = last.seq() + 1;
        if (kind.isCustody() && !facts.says(WHO)) facts.secret(WHO, who);
        SortedMap<String, String> said = new TreeMap<>(facts.open());
        List<Salted> personal =
                facts.secret().entrySet().stream().map(fact -> salted(seq, fact)).toList();
        for (Salted one : personal) said.put(one.name() + Salted.SUFFIX, one.hash().hex());
        byte[] body = RowText.write(last.leaf(), seq, tx.now().toEpochMilli(), kind.name(), said);
        Entry entry = new Entry(seq, kind, tx.now(), said, last.leaf(), RowText.leaf(body));
        LedgerTable.insert(tx, entry, body);
        for (Salted one : personal) LedgerTable.insertSalt(tx, one);
        return entry;
    }

    /** Returns all rows of the parcel and of its recordings, oldest first. */
    public List<Entry> entriesOf(ShipmentId shipment) throws Failure {
        return database.read(tx -> LedgerTable.ofShipment(tx, shipment.value()));
    }

    /** Returns all rows of the claim, oldest first. */
    public List<Entry> entriesOf(ClaimId claim) throws Failure {
        return database.read(tx -> LedgerTable.ofClaim(tx, claim.value()));
    }

    /** Returns the number of committed rows. */
    public long size() throws Failure {
        return database.read(tx -> LedgerTable.last(tx).seq() + 1);
    }

    /** Returns the newest checkpoint. */
    public Optional<Checkpoint> newest() throws Failure {
        return database.read(CheckpointTable::newest);
    }

    /** Tells whether the newest GENESIS or KEY row names this key. */
    public boolean signsWith(Sha256 fingerprint) throws Failure {
        return database.read(Keys::newest).equals(fingerprint);
    }

    /** Returns how far the device clock was off when the last stamp came back. */
    public Optional<ClockOffset> clockOffset() throws Failure {
        return database.read(tx -> {
            Optional<Stamp> stamp = StampTable.before(tx, Long.MAX_VALUE);
            if (stamp.isEmpty()) return Optional.empty();
            Stamp last = stamp.get();
            return LedgerTable.at(tx, last.seq())
                    .map(row ->
                            new ClockOffset(
                                    last.genTime(),
                                    last.kind(),
                                    Duration.between(last.genTime(), row.at())));
        });
    }

    /** Returns the checkpoint with this short code, if it is one of the newest two thousand. */
    public Optional<Checkpoint> checkpointOf(String code) throws Failure {
        return database.read(tx ->
                CheckpointTable.newest(tx, CODES_KNOWN).stream()
                        .filter(checkpoint -> checkpoint.code().equals(code))
                        .findFirst());
    }

    /**
     * Returns the latest lower bound that the pictures of a take bear; nothing where no checkpoint
     * was seen in them, or none that rests on a stamp.
     */
    public Optional<PixelBound> pixelBound(TakeId take) throws Failure {
        return database.read(tx -> {
            Optional<PixelBound> latest = Optional.empty();
            for (Entry row : LedgerTable.ofTake(tx, take.value(), EntryKind.SEEN)) {
                String code = row.facts().getOrDefault(PixelCheck.CHECKPOINT, "");
                long size = Take.number(row, "checkpoint_size");
                Optional<Stamp> stamp = size < 0 ? Optional.empty() : StampTable.before(tx, size);
                if (code.isEmpty() || stamp.isEmpty()) continue;
                Instant from = stamp.get().genTime();
                if (latest.isPresent() && !latest.get().notBefore().isBefore(from)) continue;
                latest =
                        Optional.of(
                                new PixelBound(
                                        Take.number(row, "frame"),
                                        code,
                                        size,
                                        from,
                                        stamp.get().kind()));
            }
            return latest;
        });
    }

    /** Returns a checkpoint of all rows; signs a new one only if rows other than stamps came. */
    public Checkpoint checkpoint() throws Failure {
        Optional<Checkpoint> newest = newest();
        if (newest.isPresent() && !grown(newest.get())) return newest.get();
        return sign(newest);
    }

    /** Returns when the row was written, as the stamps attest it. */
    public Bracket bracketOf(long seq) throws Failure {
        return database.read(tx -> {
            Optional<Stamp> before = StampTable.before(tx, seq);
            Optional<Stamp> after = StampTable.covering(tx, seq);
            return new Bracket(
                    before.map(Stamp::genTime),
                    before.map(Stamp::kind),
                    after.map(Stamp::genTime),
                    after.map(Stamp::kind));
        });
    }

    /** Returns the personal values that are kept with the rows of the parcel, oldest row first. */
    public List<PersonalValue> personal(ShipmentId shipment) throws Failure {
        return database.read(tx -> {
            List<PersonalValue> all = new ArrayList<>();
            for (Entry entry : LedgerTable.ofShipment(tx, shipment.value()))
                for (Salted one : LedgerTable.salts(tx, entry.seq()))
                    all.add(new PersonalValue(entry.seq(), entry.kind(), one.name(), one.value()));
            return List.copyOf(all);
        });
    }

    /**
     * Erases all personal values of a parcel's rows with their salts, but who erased before, and
     * appends an ERASE row; the chain stays whole. A verifier then takes missing values and missing
     * received files of the parcel for erased. The caller sees to it that the parcel is not held.
     *
     * @param reason no personal value; it stands in the row for ever
     * @return number of values erased
     */
    public int erase(Transaction tx, ShipmentId shipment, String reason) throws SQLException {
        return erase(tx, shipment, Set.of(), reason);
    }

    /**
     * Does the same for the values of these names alone, such as buyer and reason.
     *
     * @param names none means all
     */
    public int erase(Transaction tx, ShipmentId shipment, Set<String> names, String reason)
            throws SQLException {
        int erased = 0;
        for (Entry entry : LedgerTable.ofShipment(tx, shipment.value())) {
            if (entry.kind() == EntryKind.ERASE) continue;
            for (Salted one : LedgerTable.salts(tx, entry.seq()))
                if (names.isEmpty() || names.contains(one.name()))
                    erased += LedgerTable.deleteSalt(tx, one);
        }
        Facts facts = Facts.of().shipment(shipment).with("reason", reason).with("values", erased);
        if (!names.isEmpty()) facts.with("names", String.join(" ", new TreeSet<>(names)));
        append(tx, EntryKind.ERASE, facts);
        return erased;
    }

    /**
     * Notes that an original is about to be deleted, so that a verifier takes the missing file for
     * erased; its rows, hashes and key frames stay.
     *
     * @param sha256 of the file, as its STOP row tells it
     * @param reason no personal value
     */
    public Entry erasedOriginal(
            Transaction tx, ShipmentId shipment, TakeId take, Sha256 sha256, String reason)
            throws SQLException {
        return append(
                tx,
                EntryKind.ERASE,
                Facts.of()
                        .take(take)
                        .with("of_shipment", shipment)
                        .with("sha256", sha256)
                        .with("reason", reason));
    }

    /** Signs all rows now, be there new ones or not. */
    Checkpoint checkpointAnew() throws Failure {
        return sign(newest());
    }

    Database database() {
        return database;
    }

    Leaves leaves() {
        return leaves;
    }

    private Checkpoint sign(Optional<Checkpoint> newest) throws Failure {
        // Another program may have renewed the key; what we sign now would be nobody's word.
        if (!signsWith(key.fingerprint())) throw new Failure(LedgerProblem.KEY_REPLACED);
        long size = leaves.catchUp();
        if (newest.isPresent() && !leavesHold(newest.get(), size))
            throw new Failure(LedgerProblem.LEDGER_BROKEN, newest.get().size());
        Checkpoint unsigned =
                new Checkpoint(
                        origin(),
                        size,
                        leaves.root(size),
                        clock.instant(),
                        new byte[0],
                        key.fingerprint());
        Checkpoint signed = unsigned.signedWith(key.sign(unsigned.note()));
        return database.write(tx -> {
            CheckpointTable.insert(tx, signed);
            return CheckpointTable.ofSize(tx, size).orElseThrow();
        });
    }

    /** A log must never sign two histories (C2SP tlog-checkpoint). */
    private boolean leavesHold(Checkpoint earlier, long size) throws Failure {
        return earlier.size() <= size && leaves.root(earlier.size()).equals(earlier.root());
    }

    private boolean grown(Checkpoint since) throws Failure {
        return database.read(tx ->
                tx.first(
                                "SELECT 1 FROM ledger_row WHERE seq >= ? AND kind <> ?"
                                        + " LIMIT 1",
                                row -> true,
                                since.size(),
                                EntryKind.STAMP)
                        .orElse(false));
    }

    private String origin() throws Failure {
        return database.read(tx ->
                LedgerTable.at(tx, 0)
                        .map(genesis -> genesis.facts().getOrDefault("origin", ""))
                        .orElseThrow());
    }

    private void begin(Transaction tx) throws SQLException {
        if (LedgerTable.last(tx).seq() < 0) {
            byte[] name = new byte[ORIGIN_BYTES];
            random.nextBytes(name);
            String origin = "packwitness/" + HexFormat.of().formatHex(name);
            append(tx, EntryKind.GENESIS, keyFacts().with("origin", origin));
        } else if (!Keys.newest(tx).equals(key.fingerprint())) {
            append(tx, EntryKind.KEY, handOver(tx));
        }
    }

    /** Both keys sign the change; after a loss the old one cannot, and the row shows that. */
    private Facts handOver(Transaction tx) throws SQLException {
        Sha256 newest = Keys.newest(tx);
        String origin =
                LedgerTable.at(tx, 0).map(row -> row.facts().getOrDefault("origin", "")).orElse("");
        byte[] statement =
                KeyHistory.statement(
                        origin, LedgerTable.last(tx).seq() + 1, newest, key.fingerprint());
        Optional<String> byOld = key.before(newest).map(old -> base64(old.sign(statement)));
        return keyFacts()
                .with("reason", byOld.isPresent() ? "renewed" : "opened with another key")
                .with(KeyHistory.BY_NEW, base64(key.sign(statement)))
                .with(KeyHistory.BY_OLD, byOld);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private Facts keyFacts() {
        return Facts.of()
                .with("key", key.fingerprint())
                .with("spki", Base64.getEncoder().encodeToString(key.publicKey()));
    }

    private Salted salted(long seq, Map.Entry<String, String> fact) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Salted(seq, fact.getKey(), HexFormat.of().formatHex(salt), fact.getValue());
    }
}
