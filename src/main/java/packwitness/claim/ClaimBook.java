package packwitness.claim;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All refund claims; safe for any thread. Each change is a row of the ledger in the same
 * transaction.
 */
public final class ClaimBook {
    private static final long MOST_BYTES = 512L << 20;

    private final Vault vault;
    private final Ledger ledger;
    private final BuyerHistory buyers;
    private final Outcomes outcomes;

    public ClaimBook(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
        this.buyers = new BuyerHistory(vault, ledger, this);
        this.outcomes = new Outcomes(vault, ledger, this);
    }

    /** Returns which claims may come from the same buyer. */
    public BuyerHistory buyers() {
        return buyers;
    }

    /** Opens a claim and puts its parcel on hold, both or neither. */
    public RefundClaim open(NewClaim claim) throws Failure {
        ClaimId id =
                vault.database()
                        .write(tx -> {
                            ClaimId made = new ClaimId(tx.nextId());
                            insert(tx, made, claim);
                            String why = "claim " + made;
                            tx.run(
                                    "UPDATE shipment SET hold_reason = coalesce(hold_reason, ?)"
                                            + " WHERE id = ?",
                                    why,
                                    claim.shipment().value());
                            Facts opened =
                                    Facts.of()
                                            .shipment(claim.shipment())
                                            .claim(made)
                                            .with("step", "open")
                                            .with("platform", claim.platform())
                                            .with("amount_fen", claim.amount().amount())
                                            .with("obtained", claim.obtained())
                                            .with("filed_on", claim.filedOn())
                                            .secret("reason", claim.reason());
                            if (claim.buyer().isPresent())
                                opened = opened.secret("buyer", claim.buyer().get());
                            ledger.append(tx, EntryKind.CLAIM, opened);
                            ledger.append(
                                    tx,
                                    EntryKind.HOLD,
                                    Facts.of()
                                            .shipment(claim.shipment())
                                            .claim(made)
                                            .with("on", true)
                                            .secret("why", why));
                            return made;
                        });
        return show(id);
    }

    /** Takes in a file byte for byte: hashed and on the disk before anything looks at it. */
    public ClaimFile add(ClaimId id, FileRole role, Path source, String obtained) throws Failure {
        byte[] bytes;
        try {
            if (Files.size(source) > MOST_BYTES)
                throw new Failure(ClaimProblem.FILE_TOO_LARGE, source, MOST_BYTES >> 20);
            bytes = Files.readAllBytes(source);
        } catch (IOException e) {
            throw new Failure(ClaimProblem.FILE_UNREADABLE, e, source);
        }
        return add(id, role, String.valueOf(source.getFileName()), bytes, obtained);
    }

    /** Takes in bytes under the name they came with. */
    public ClaimFile add(ClaimId id, FileRole role, String name, byte[] bytes, String obtained)
            throws Failure {
        RefundClaim claim = show(id);
        if (bytes.length == 0) throw new Failure(ClaimProblem.FILE_EMPTY, name);
        Optional<String> other = PictureBytes.otherThanPicture(bytes);
        if (role.mustBePicture() && other.isPresent())
            throw new Failure(ClaimProblem.NOT_A_PICTURE, name, other.get());
        Sha256 hash = Sha256.of(bytes);
        long fileId = vault.database().write(Transaction::nextId);
        String file = "claims/" + id + "/" + fileId + ending(name);
        vault.files().keep(file, bytes);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO claim_file (id, claim_id, role, name, file, bytes, sha256,"
                                    + " obtained, at) VALUES (?,?,?,?,?,?,?,?,?)",
                            fileId,
                            id.value(),
                            role,
                            name,
                            file,
                            bytes.length,
                            hash,
                            obtained,
                            tx.now());
                    return ledger.append(
                            tx,
                            EntryKind.PICTURE,
                            Facts.of()
                                    .shipment(claim.shipment())
                                    .claim(id)
                                    .with("role", role)
                                    .with("file", file)
                                    .with("bytes", bytes.length)
                                    .with("sha256", hash)
                                    .secret("obtained", obtained));
                });
        return show(id).files().stream().filter(f -> f.id() == fileId).findFirst().orElseThrow();
    }

    /** Returns the claims, the one whose deadline is nearest first, closed ones last. */
    public List<RefundClaim> list() throws Failure {
        return vault.database()
                .read(tx -> {
                    List<RefundClaim> claims = new ArrayList<>();
                    for (long id :
                            tx.list(
                                    "SELECT id FROM claim ORDER BY state <> 'OPEN', deadline IS"
                                            + " NULL, deadline, id DESC",
                                    row -> row.number("id")))
                        find(tx, new ClaimId(id)).ifPresent(claims::add);
                    return claims;
                });
    }

    /** Returns the claims against one parcel, newest first. */
    public List<RefundClaim> of(ShipmentId shipment) throws Failure {
        return list().stream().filter(claim -> claim.shipment().equals(shipment)).toList();
    }

    public RefundClaim show(ClaimId id) throws Failure {
        return vault.database()
                .read(tx -> find(tx, id))
                .orElseThrow(() -> new Failure(ClaimProblem.UNKNOWN_CLAIM, id.value()));
    }

    /** Sets further facts by the names of {@link ClaimFacts}; the old ones stay in the ledger. */
    public RefundClaim set(ClaimId id, Map<String, String> facts) throws Failure {
        RefundClaim claim = show(id);
        for (var fact : facts.entrySet()) ClaimFacts.check(fact.getKey(), fact.getValue());
        Map<String, String> all = new TreeMap<>(claim.facts());
        all.putAll(facts);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "UPDATE claim SET facts = ? WHERE id = ?",
                            FactText.write(all),
                            id.value());
                    Facts row = claim.step("facts");
                    for (var fact : facts.entrySet())
                        row =
                                ClaimFacts.isOfCarrier(fact.getKey())
                                        ? row.with(fact.getKey(), fact.getValue())
                                        : row.secret(fact.getKey(), fact.getValue());
                    return ledger.append(tx, EntryKind.CLAIM, row);
                });
        return show(id);
    }

    /** Returns how claims ended. */
    public Outcomes outcomes() {
        return outcomes;
    }

    /**
     * Records what the platform's file says of the refund by now; a deadline noted before stays.
     *
     * @param obtained whether the money has gone
     */
    public RefundClaim told(
            ClaimId id, Optional<Fen> amount, boolean obtained, Optional<Instant> deadline)
            throws Failure {
        RefundClaim claim = show(id);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "UPDATE claim SET amount = coalesce(?, amount), outcome = ?, deadline ="
                                    + " coalesce(deadline, ?) WHERE id = ?",
                            amount,
                            obtained ? "OBTAINED" : "ATTEMPTED",
                            deadline,
                            id.value());
                    return ledger.append(
                            tx,
                            EntryKind.CLAIM,
                            claim.step("told")
                                    .with("amount_fen", amount.orElse(claim.amount()).amount())
                                    .with("obtained", obtained));
                });
        return show(id);
    }

    /** Corrects until when the platform hears the merchant; the ledger keeps every correction. */
    public RefundClaim due(ClaimId id, Instant deadline) throws Failure {
        RefundClaim claim = show(id);
        vault.database()
                .write(tx -> {
                    tx.run("UPDATE claim SET deadline = ? WHERE id = ?", deadline, id.value());
                    return ledger.append(
                            tx, EntryKind.CLAIM, claim.step("deadline").with("deadline", deadline));
                });
        return show(id);
    }

    /** Records how the claim ended; what decided it is in words only. */
    public RefundClaim outcome(ClaimId id, ClaimState state, String decidedBy) throws Failure {
        return outcomes.say(id, NewOutcome.of(state, Decisive.UNSAID, decidedBy));
    }

    private void insert(Transaction tx, ClaimId id, NewClaim claim) throws SQLException {
        tx.run(
                "INSERT INTO claim (id, shipment_id, platform, reason, amount, outcome, filed_on,"
                        + " deadline, buyer, facts, state, opened_at) VALUES"
                        + " (?,?,?,?,?,?,?,?,?,'{}','OPEN',?)",
                id.value(),
                claim.shipment().value(),
                claim.platform(),
                claim.reason(),
                claim.amount(),
                claim.obtained() ? "OBTAINED" : "ATTEMPTED",
                claim.filedOn().toString(),
                claim.deadline(),
                claim.buyer(),
                tx.now());
    }

    private Optional<RefundClaim> find(Transaction tx, ClaimId id) throws SQLException {
        List<ClaimFile> files =
                tx.list(
                        "SELECT * FROM claim_file WHERE claim_id = ? ORDER BY id",
                        ClaimBook::file,
                        id.value());
        return tx.first("SELECT * FROM claim WHERE id = ?", row -> claim(row, files), id.value());
    }

    private static ClaimFile file(Row row) throws SQLException {
        return new ClaimFile(
                row.number("id"),
                FileRole.valueOf(row.text("role")),
                row.text("name"),
                row.text("file"),
                row.number("bytes"),
                row.hash("sha256"),
                row.text("obtained"),
                row.instant("at"));
    }

    private RefundClaim claim(Row row, List<ClaimFile> files) throws SQLException {
        Optional<Instant> deadline = row.maybeInstant("deadline");
        return new RefundClaim(
                new ClaimId(row.number("id")),
                new ShipmentId(row.number("shipment_id")),
                row.text("platform"),
                row.text("reason"),
                new Fen(row.number("amount")),
                row.text("outcome").equals("OBTAINED"),
                LocalDate.parse(row.text("filed_on")),
                deadline,
                row.maybeText("buyer"),
                FactText.read(row.text("facts")),
                ClaimState.valueOf(row.text("state")),
                row.maybeText("decided_by"),
                row.instant("opened_at"),
                files);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,5}") ? ending : "";
    }
}
