package packwitness.keep;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.shipment.search.Finder;
import packwitness.shipment.search.Held;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists and erases what is known of one person. The ledger keeps its rows and stays whole; the
 * values and salts beside it go. Safe for any thread.
 */
public final class People {
    private static final int LEAST_LETTERS = 2;

    private final Vault vault;
    private final Ledger ledger;
    private final Disk disk;

    public People(Vault vault, Ledger ledger, Clock clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.disk = new VaultDisk(vault.files());
    }

    /**
     * Returns what is held of the person with exactly this account name, order number or waybill; a
     * part of a name is nobody's name.
     */
    public PersonData list(String text) throws Failure {
        String asked = asked(text);
        return vault.database().read(tx -> list(tx, asked));
    }

    /** Notes in the ledger that somebody had a person's data shown in full. */
    public void revealed(PersonData data, Doer doer) throws Failure {
        vault.database()
                .write(tx -> {
                    for (PersonData.Parcel parcel : data.parcels())
                        ledger.append(
                                tx,
                                EntryKind.VIEW,
                                doer.sign(Facts.of().shipment(parcel.id()).with("how", "person")));
                    return true;
                });
    }

    /**
     * Erases what is held of the person, but for parcels on hold. Stopped on the way, what is left
     * is found by the same words and erased when asked again.
     *
     * @param why kept as a salted hash
     * @param withVideos also lets the videos and key frames of these parcels go, through quarantine
     */
    public ErasedPerson erase(
            String text, String why, boolean withVideos, Doer doer, RetentionProgress progress)
            throws Failure {
        String asked = asked(text);
        PersonData data = vault.database().read(tx -> list(tx, asked));
        if (data.isEmpty()) throw new Failure(KeepProblem.PERSON_UNKNOWN, asked);
        if (data.held() > 0 && data.held() == data.parcels().size())
            throw new Failure(KeepProblem.PERSON_ON_HOLD, data.held());
        Erasure erasure = new Erasure(vault.database(), ledger, doer, why, data, progress);
        if (withVideos)
            try (KeepLock _ = KeepLock.require(vault.root())) {
                if (!erasure.videos(new Remover(vault.database(), ledger, disk, doer)))
                    return erasure.stopped();
            }
        ErasedPerson erased = erasure.values();
        // The search keeps folded words of its own; they go at once, not with the next change.
        new Finder(vault.database()).settle();
        return erased;
    }

    private static PersonData list(Transaction tx, String asked) throws SQLException {
        Set<Long> parcels = new TreeSet<>();
        Set<Long> orders = new TreeSet<>();
        tx.each(
                "SELECT id FROM shop_order WHERE buyer = ?1 OR order_no = ?1",
                row -> orders.add(row.number("id")),
                asked);
        tx.each(
                "SELECT id FROM shipment WHERE waybill = ? UNION SELECT shipment_id AS id FROM"
                        + " claim WHERE buyer = ?",
                row -> parcels.add(row.number("id")),
                asked.toUpperCase(Locale.ROOT),
                asked);
        for (long order : new HashSet<>(orders))
            tx.each(
                    "SELECT s.id FROM shipment s JOIN order_waybill w ON w.waybill = s.waybill"
                            + " WHERE w.order_id = ?1 UNION SELECT k.shipment_id AS id FROM"
                            + " shipment_code k JOIN shop_order o ON o.order_no = k.code WHERE o.id"
                            + " = ?1 AND k.kind = 'ORDER'",
                    row -> parcels.add(row.number("id")),
                    order);
        for (long parcel : parcels)
            tx.each(
                    "SELECT w.order_id AS id FROM order_waybill w JOIN shipment s ON s.waybill ="
                            + " w.waybill WHERE s.id = ?",
                    row -> orders.add(row.number("id")),
                    parcel);
        List<PersonData.Parcel> foundParcels = new ArrayList<>();
        for (long parcel : parcels) foundParcels.add(parcel(tx, parcel));
        List<PersonData.Order> foundOrders = new ArrayList<>();
        for (long order : orders)
            tx.first(
                            "SELECT * FROM shop_order WHERE id = ? AND (buyer IS NOT NULL OR note"
                                    + " IS NOT NULL)",
                            row ->
                                    new PersonData.Order(
                                            order,
                                            row.text("platform"),
                                            row.text("order_no"),
                                            row.maybeText("buyer").orElse(""),
                                            row.maybeText("note").isPresent()),
                            order)
                    .ifPresent(foundOrders::add);
        return new PersonData(foundParcels, foundOrders);
    }

    private static PersonData.Parcel parcel(Transaction tx, long id) throws SQLException {
        return tx.first(
                        "SELECT s.waybill, s.first_scan, "
                                + Held.NOW
                                + " AS held, (SELECT count(*) FROM ledger_salt l WHERE l.seq IN"
                                + " (SELECT seq FROM ledger_row WHERE shipment_id = ?1 OR take_id"
                                + " IN (SELECT id FROM take WHERE shipment_id = ?1))) AS n,"
                                + " (SELECT count(*) FROM take t WHERE t.shipment_id = ?1 AND NOT"
                                + " EXISTS (SELECT 1 FROM keep_removal r WHERE r.file = t.file AND"
                                + " r.state <> 'RETURNED')) AS videos, (SELECT count(*) FROM claim"
                                + " c WHERE c.shipment_id = ?1) AS claims FROM shipment s WHERE"
                                + " s.id = ?1",
                        row ->
                                new PersonData.Parcel(
                                        new ShipmentId(id),
                                        row.text("waybill"),
                                        row.instant("first_scan"),
                                        (int) row.number("n"),
                                        (int) row.number("videos"),
                                        (int) row.number("claims"),
                                        row.flag("held")),
                        id)
                .orElseThrow();
    }

    private static String asked(String text) throws Failure {
        String asked = text.strip();
        if (asked.codePointCount(0, asked.length()) < LEAST_LETTERS)
            throw new Failure(KeepProblem.PERSON_TEXT_SHORT, asked);
        return asked;
    }
}
