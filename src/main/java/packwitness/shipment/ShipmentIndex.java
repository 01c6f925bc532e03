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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return find(ShipmentQuery.of(text, limit));
    }

    /** Returns the newest parcels that fit all that is asked. */
    public List<Shipment> find(ShipmentQuery query) throws Failure {
        return vault.database()
                .read(tx -> {
                    List<Shipment> found = new ArrayList<>();
                    for (long id : Search.ids(tx, query))
                        ShipmentTable.shipment(tx, new ShipmentId(id)).ifPresent(found::add);
                    return found;
                });
    }

    /**
     * Binds a parcel that was recorded without waybill, after the fact; what was recorded is not
     * touched. Returns the parcel that its takes belong to now.
     */
    public ShipmentId bind(ShipmentId id, WaybillNo waybill) throws Failure {
        return new DeskLog(vault, ledger).bind(id, waybill, "later").shipment();
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
                ScanRules.shipped().read(waybill) instanceof Scan.Waybill w
                        ? ofWaybill(w.number())
                        : List.of();
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
                            originals(tx, id).with("on", on).secret("why", why));
                });
    }

    /** Notes in the ledger that somebody looked at the video or the data of a parcel. */
    public void viewed(ShipmentId id, String how) throws Failure {
        vault.database()
                .write(tx -> ledger.append(tx, EntryKind.VIEW, originals(tx, id).with("how", how)));
    }

    /** Says which bytes it is about: the hash of each original of the parcel. */
    private static Facts originals(Transaction tx, ShipmentId id) throws SQLException {
        Facts facts = Facts.of().shipment(id);
        List<String> hashes =
                tx.list(
                        "SELECT sha256 FROM take WHERE shipment_id = ? AND sha256 IS NOT NULL"
                                + " ORDER BY id",
                        row -> row.text("sha256"),
                        id.value());
        for (int i = 0; i < hashes.size(); i++)
            facts.with("original_" + (i + 1) + "_sha256", hashes.get(i));
        return facts;
    }
}
