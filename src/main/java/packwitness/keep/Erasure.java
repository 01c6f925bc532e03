package packwitness.keep;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.shipment.search.Held;
import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Erases one person's data: their files by way of the quarantine, then the values of each parcel,
 * then the orders, so that what was cut short is found by the same words again. Each portion holds
 * the writer for a few hundredths of a second and is a row of the ledger. For one thread.
 */
final class Erasure {
    private static final long PORTION_NANOS = 15_000_000;
    private static final String REASON = "person asked";

    private final Database database;
    private final Ledger ledger;
    private final Doer doer;
    private final String why;
    private final PersonData data;
    private final RetentionProgress progress;
    private final List<ShipmentId> parcels;
    private int done;
    private int all;
    private int videos;

    /** What came of some parcels and orders. */
    private record Part(int parcels, int orders, int values, int seen) {
        private static final Part NOTHING = new Part(0, 0, 0, 0);

        Part plus(Part more) {
            return new Part(
                    parcels + more.parcels,
                    orders + more.orders,
                    values + more.values,
                    seen + more.seen);
        }
    }

    Erasure(
            Database database,
            Ledger ledger,
            Doer doer,
            String why,
            PersonData data,
            RetentionProgress progress) {
        this.database = database;
        this.ledger = ledger;
        this.doer = doer;
        this.why = why;
        this.data = data;
        this.progress = progress;
        this.parcels =
                data.parcels().stream()
                        .filter(parcel -> !parcel.held())
                        .map(PersonData.Parcel::id)
                        .toList();
        this.all = parcels.size() + data.orders().size();
    }

    /** Lets the videos and key frames go into quarantine; returns false where it was stopped. */
    boolean videos(Remover remover) throws Failure {
        List<Candidate> files = database.read(this::files);
        all += files.size();
        for (Candidate file : files) {
            if (remover.quarantine(file) == Remover.Outcome.DONE) videos++;
            if (!progress.goOn(++done, all)) return false;
        }
        return true;
    }

    /** Erases the values. */
    ErasedPerson values() throws Failure {
        Part sum = Part.NOTHING;
        int steps = parcels.size() + data.orders().size();
        boolean goesOn = true;
        while (goesOn && sum.seen() < steps) {
            int from = sum.seen();
            Part part = database.write(tx -> portion(tx, from, steps));
            sum = sum.plus(part);
            done += part.seen();
            goesOn = progress.goOn(done, all);
        }
        return said(sum, sum.seen() == steps);
    }

    /** Returns what a run did that was stopped before the values. */
    ErasedPerson stopped() {
        return said(Part.NOTHING, false);
    }

    private ErasedPerson said(Part sum, boolean whole) {
        return new ErasedPerson(
                sum.parcels(), sum.orders(), sum.values(), data.held(), videos, whole);
    }

    private Part portion(Transaction tx, int from, int steps) throws SQLException {
        long until = System.nanoTime() + PORTION_NANOS;
        Part part = Part.NOTHING;
        do part = part.plus(step(tx, from + part.seen()));
        while (from + part.seen() < steps && System.nanoTime() < until);
        Facts said =
                Facts.of()
                        .with("step", "person")
                        .with("parcels", part.parcels())
                        .with("orders", part.orders())
                        .with("held", data.held())
                        .with("values", part.values())
                        .secret("why", why);
        ledger.append(tx, EntryKind.ERASE, doer.sign(said));
        return part;
    }

    private Part step(Transaction tx, int step) throws SQLException {
        if (step < parcels.size()) {
            ShipmentId parcel = parcels.get(step);
            // Asked again inside the deed: a hold that came meanwhile is heeded.
            return Holds.held(tx, parcel)
                    ? new Part(0, 0, 0, 1)
                    : new Part(1, 0, erase(tx, parcel), 1);
        }
        long order = data.orders().get(step - parcels.size()).id();
        return new Part(0, forget(tx, order) ? 1 : 0, 0, 1);
    }

    private int erase(Transaction tx, ShipmentId parcel) throws SQLException {
        long id = parcel.value();
        OrderData.forget(tx, parcel);
        String takes = "(SELECT id FROM take WHERE shipment_id = ?)";
        tx.run("UPDATE sighting SET code = '' WHERE take_id IN " + takes, id);
        tx.run("UPDATE desk_event SET detail = '' WHERE take_id IN " + takes, id);
        tx.run("DELETE FROM shipment_code WHERE shipment_id = ?", id);
        String claims = "(SELECT id FROM claim WHERE shipment_id = ?)";
        tx.run("DELETE FROM claim_trait WHERE claim_id IN " + claims, id);
        tx.run("UPDATE claim SET buyer = NULL, facts = '{}' WHERE shipment_id = ?", id);
        tx.run(
                "DELETE FROM order_waybill WHERE waybill = (SELECT waybill FROM shipment WHERE id"
                        + " = ?)",
                id);
        tx.run("UPDATE shipment SET waybill = ? WHERE id = ?", "ERASED-" + id, id);
        return ledger.erase(tx, parcel, REASON);
    }

    /** An order that still belongs to a parcel on hold keeps its buyer. */
    private static boolean forget(Transaction tx, long order) throws SQLException {
        OrderData.forgetReasons(tx, order);
        return tx.run(
                        "UPDATE shop_order SET buyer = NULL, note = NULL WHERE id = ?1 AND NOT"
                                + " EXISTS (SELECT 1 FROM order_waybill w JOIN shipment s ON"
                                + " s.waybill = w.waybill WHERE w.order_id = ?1 AND "
                                + Held.NOW
                                + ")",
                        order)
                == 1;
    }

    private List<Candidate> files(Transaction tx) throws SQLException {
        List<Candidate> files = new ArrayList<>();
        for (ShipmentId parcel : parcels) files.addAll(Candidates.ofParcel(tx, parcel, "PERSON"));
        return files;
    }
}
