package packwitness.shipment;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.recording.Segment;
import packwitness.scan.Scan;
import packwitness.scan.ScanRules;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The index of all parcels; safe for any thread. */
public final class ShipmentIndex {
    private final Vault vault;
    private final Ledger ledger;

    public ShipmentIndex(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
    }

    /** Seals the takes that a program which died left open, where no program records now. */
    public List<TakeId> sealLeftOpen() throws Failure {
        return new LeftOpen(vault, new TakeLog(vault, ledger)).sealAll();
    }

    /**
     * Returns the newest parcels that fit the text: a waybill or order number in full or its last
     * four or more characters, a buyer's name, or words of a title, one Chinese character upwards.
     * Several words must all fit. An empty text gives the newest parcels.
     */
    public List<Shipment> find(String text, int limit) throws Failure {
        String asked = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return vault.database()
                .read(tx -> {
                    List<Shipment> found = new ArrayList<>();
                    for (long id : ids(tx, asked, limit))
                        ShipmentTable.shipment(tx, new ShipmentId(id)).ifPresent(found::add);
                    return found;
                });
    }

    /** Returns one parcel with all that is known of it. */
    public Optional<Shipment> show(ShipmentId id) throws Failure {
        return vault.database().read(tx -> ShipmentTable.shipment(tx, id));
    }

    /**
     * Returns the parcels of exactly this waybill, newest first; a reused number yields several.
     */
    public List<Shipment> ofWaybill(WaybillNo waybill) throws Failure {
        return vault.database()
                .read(tx -> {
                    List<Shipment> found = new ArrayList<>();
                    for (long id :
                            tx.list(
                                    "SELECT id FROM shipment WHERE waybill = ? ORDER BY id DESC",
                                    row -> row.number("id"),
                                    waybill.text()))
                        ShipmentTable.shipment(tx, new ShipmentId(id)).ifPresent(found::add);
                    return found;
                });
    }

    /** Returns the newest parcel of this waybill. */
    public Shipment require(String waybill) throws Failure {
        List<Shipment> found =
                ScanRules.shipped().read(waybill) instanceof Scan.Waybill w ? ofWaybill(w.number()) : List.of();
        if (found.isEmpty()) found = find(waybill, 2);
        if (found.isEmpty()) throw new Failure(ShipmentProblem.UNKNOWN_WAYBILL, waybill);
        return found.getFirst();
    }

    /** Returns the links of a take's fragment chain, in order. */
    public List<Segment> segments(TakeId take) throws Failure {
        return vault.database().read(tx -> TakeTable.segments(tx, take));
    }

    /** Puts a parcel on hold, or takes it off; the reason is kept in the ledger. */
    public void hold(ShipmentId id, boolean on, String why) throws Failure {
        vault.database()
                .write(tx -> {
                    tx.run(
                            "UPDATE shipment SET hold_reason = ? WHERE id = ?",
                            on ? why : null,
                            id.value());
                    return ledger.append(
                            tx,
                            EntryKind.HOLD,
                            Facts.of().shipment(id).with("on", on).secret("why", why));
                });
    }

    /** Notes in the ledger that somebody looked at the video or the data of a parcel. */
    public void viewed(ShipmentId id, String how) throws Failure {
        vault.database()
                .write(tx ->
                        ledger.append(
                                tx, EntryKind.VIEW, Facts.of().shipment(id).with("how", how)));
    }

    private static List<Long> ids(Transaction tx, String asked, int limit) throws SQLException {
        if (asked.isEmpty())
            return tx.list(
                    "SELECT id FROM shipment ORDER BY id DESC LIMIT ?",
                    row -> row.number("id"),
                    limit);
        Set<Long> fitting = new LinkedHashSet<>();
        boolean first = true;
        for (String word : asked.split("\\s+")) {
            Set<Long> hits = hits(tx, word, Math.max(limit, 1000));
            if (first) fitting.addAll(hits);
            else fitting.retainAll(hits);
            first = false;
        }
        return fitting.stream().sorted(java.util.Comparator.reverseOrder()).limit(limit).toList();
    }

    private static Set<Long> hits(Transaction tx, String word, int limit) throws SQLException {
        Set<Long> found = new LinkedHashSet<>();
        String code = word.toUpperCase(Locale.ROOT).replaceAll("[-]", "");
        if (code.matches("[A-Z0-9]{4,64}")) {
            found.addAll(byWaybill(tx, code, limit));
            found.addAll(byOrder(tx, code, limit));
        }
        found.addAll(
                tx.list(
                        "SELECT s.id AS id FROM shop_order o JOIN order_waybill w ON w.order_id ="
                            + " o.id JOIN shipment s ON s.waybill = w.waybill WHERE instr(o.buyer,"
                            + " ?) > 0 ORDER BY s.id DESC LIMIT ?",
                        row -> row.number("id"),
                        word,
                        limit));
        found.addAll(
                tx.list(
                        "SELECT s.id AS id FROM title t JOIN order_item i ON i.title_id = t.id"
                                + " JOIN order_waybill w ON w.order_id = i.order_id"
                                + " JOIN shipment s ON s.waybill = w.waybill"
                                + " WHERE instr(t.text, ?) > 0 ORDER BY s.id DESC LIMIT ?",
                        row -> row.number("id"),
                        word,
                        limit));
        return found;
    }

    private static List<Long> byWaybill(Transaction tx, String code, int limit)
            throws SQLException {
        String tail = code.substring(code.length() - Math.min(code.length(), 6));
        String index = tail.length() >= 6 ? "substr(waybill, -6) = ?" : "substr(waybill, -4) = ?";
        String key = tail.length() >= 6 ? tail : code.substring(code.length() - 4);
        return tx.list(
                "SELECT id FROM shipment WHERE "
                        + index
                        + " AND substr(waybill, -length(?)) = ? ORDER BY id DESC LIMIT ?",
                row -> row.number("id"),
                key,
                code,
                code,
                limit);
    }

    private static List<Long> byOrder(Transaction tx, String code, int limit) throws SQLException {
        if (code.length() < 6) return List.of();
        return tx.list(
                "SELECT s.id AS id FROM shop_order o JOIN order_waybill w ON w.order_id = o.id JOIN"
                    + " shipment s ON s.waybill = w.waybill WHERE substr(o.order_no, -6) = ? AND"
                    + " replace(o.order_no, '-', '') LIKE '%' || ? ORDER BY s.id DESC LIMIT ?",
                row -> row.number("id"), code.substring(code.length() - 6), code, limit);
    }
}
