package packwitness.shipment;

import packwitness.ledger.Checkpoint;
import packwitness.ledger.ClockOffset;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.ledger.surroundings.Surroundings;
import packwitness.scan.ScanRules;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes what happens at the desk beside the takes themselves: events, codes in the picture,
 * bindings; each the row of the index and the row of the ledger in one transaction. Safe for any
 * thread.
 */
final class DeskLog {
    private final Vault vault;
    private final Ledger ledger;

    DeskLog(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
    }

    /** Where a take ended up when its waybill came. */
    record Bound(ShipmentId shipment, int number) {}

    /** Notes that a station was armed, with what, and what the system tells of itself. */
    void arm(String station, Map<String, String> facts, Clock clock) throws Failure {
        SortedMap<String, String> said = Surroundings.of(vault.root(), clock);
        said.putAll(clockOffset());
        said.putAll(facts);
        vault.database()
                .write(tx -> {
                    Facts row = Facts.of().with("station", station);
                    for (Map.Entry<String, String> fact : said.entrySet())
                        row = row.with(fact.getKey(), fact.getValue());
                    return ledger.append(tx, EntryKind.ARM, row);
                });
    }

    /** Returns how the clock stood at the last stamp. */
    private Map<String, String> clockOffset() throws Failure {
        Optional<ClockOffset> last = ledger.clockOffset();
        if (last.isEmpty()) return Map.of("clock_offset_ms", Surroundings.UNKNOWN);
        return Map.of(
                "clock_offset_ms",
                Long.toString(last.get().ahead().toMillis()),
                "clock_offset_at",
                Long.toString(last.get().at().toEpochMilli()),
                "clock_offset_by",
                last.get().by().name());
    }

    void event(String station, Optional<TakeId> take, String kind, String detail) throws Failure {
        vault.database()
                .write(tx -> {
                    ShipmentTable.insertEvent(tx, station, take, kind, detail);
                    return ledger.append(
                            tx,
                            EntryKind.EVENT,
                            of(tx, take)
                                    .with("station", station)
                                    .with("alarm", kind)
                                    .with("detail", detail));
                });
    }

    /** Marks a stretch of a take that may be skipped when it is watched; no byte is touched. */
    void trim(String station, TakeId take, Instant from, Instant to, String why) throws Failure {
        vault.database()
                .write(tx -> {
                    ShipmentTable.insertEvent(
                            tx,
                            station,
                            Optional.of(take),
                            TakeEvent.TRIM,
                            why,
                            Optional.of(from),
                            Optional.of(to));
                    return ledger.append(
                            tx,
                            EntryKind.EVENT,
                            TakeLog.about(tx, take)
                                    .with("station", station)
                                    .with("alarm", TakeEvent.TRIM)
                                    .with("detail", why)
                                    .with("from_at", from)
                                    .with("to_at", to));
                });
    }

    /** Notes that a code was read in the picture; returns whether it is the waybill of the take. */
    boolean seen(TakeId take, String code, String symbology, long frame, Instant at)
            throws Failure {
        return vault.database()
                .write(tx -> {
                    ShipmentId shipment = TakeTable.shipmentOf(tx, take);
                    WaybillNo waybill = ShipmentTable.waybillOf(tx, shipment);
                    boolean matches = reads(code, waybill);
                    tx.run(
                            "INSERT INTO sighting (id, take_id, code, symbology, frame, at,"
                                    + " matches) VALUES (?,?,?,?,?,?,?)",
                            tx.nextId(),
                            take.value(),
                            code,
                            symbology,
                            frame,
                            at,
                            matches);
                    ledger.append(
                            tx,
                            EntryKind.SEEN,
                            Facts.of()
                                    .shipment(shipment)
                                    .take(take)
                                    .secret("code", code)
                                    .with("symbology", symbology)
                                    .with("frame", frame)
                                    .with("matches", matches));
                    return matches;
                });
    }

    /** Notes that the code of a checkpoint was read in the picture; it is no personal value. */
    void seenCheckpoint(TakeId take, String code, String symbology, long frame, Instant at)
            throws Failure {
        Optional<Checkpoint> known = ledger.checkpointOf(code);
        vault.database()
                .write(tx ->
                        ledger.append(
                                tx,
                                EntryKind.SEEN,
                                Facts.of()
                                        .shipment(TakeTable.shipmentOf(tx, take))
                                        .take(take)
                                        .with("checkpoint", code)
                                        .with("checkpoint_size", known.map(Checkpoint::size))
                                        .with("symbology", symbology)
                                        .with("frame", frame)
                                        .with("frame_at", at)));
    }

    /** Returns what is missing from a take whose originals are all closed. */
    Optional<TakeEnd> end(List<TakeId> takes) throws Failure {
        return vault.database()
                .read(tx -> {
                    Optional<Take> first = TakeTable.take(tx, takes.getFirst());
                    if (first.isEmpty()) return Optional.empty();
                    ShipmentId shipment = TakeTable.shipmentOf(tx, first.get().id());
                    if (!ShipmentTable.isBound(tx, shipment)) return Optional.of(TakeEnd.UNBOUND);
                    for (TakeId take : takes)
                        if (TakeTable.take(tx, take).map(Take::labelSeen).orElse(false))
                            return Optional.empty();
                    return Optional.of(TakeEnd.LABEL_UNSEEN);
                });
    }

    /** Returns whether a parcel of this waybill was begun before. */
    boolean knows(WaybillNo waybill) throws Failure {
        return vault.database().read(tx -> ShipmentTable.known(tx, waybill)).isPresent();
    }

    private static boolean reads(String code, WaybillNo waybill) {
        return code.strip().equals(waybill.text()) || ScanRules.shipped().isOf(code, waybill);
    }

    /** Adds a code of an order or of goods that was scanned while the parcel was recorded. */
    void code(ShipmentId shipment, TakeId take, ParcelCode.Kind kind, String code) throws Failure {
        vault.database()
                .write(tx -> {
                    ShipmentTable.addCode(tx, shipment, kind, code);
                    return ledger.append(
                            tx,
                            EntryKind.BIND,
                            Facts.of()
                                    .shipment(shipment)
                                    .take(take)
                                    .with("what", kind)
                                    .secret("code", code));
                });
    }

    /**
     * Binds all takes of a parcel without waybill to the waybill; what was recorded is not touched.
     * Where the waybill has a parcel already the takes become further takes of that one.
     */
    Bound bind(ShipmentId pending, WaybillNo waybill, String how) throws Failure {
        return vault.database()
                .write(tx -> {
                    Shipment parcel = ShipmentTable.shipment(tx, pending).orElseThrow();
                    if (parcel.bound())
                        throw new Failure(ShipmentProblem.ALREADY_BOUND, parcel.waybill());
                    Optional<ShipmentId> known = ShipmentTable.known(tx, waybill);
                    // A parcel that a claim or a hold names keeps its id.
                    boolean own =
                            known.isEmpty()
                                    || parcel.claims() > 0
                                    || parcel.holdReason().isPresent();
                    ShipmentId target = own ? pending : known.get();
                    int number = own ? 0 : TakeTable.nextNumber(tx, target) - 1;
                    if (own) ShipmentTable.bind(tx, pending, waybill);
                    else ShipmentTable.join(tx, pending, target, number);
                    for (Take take : parcel.takes()) {
                        Facts facts =
                                Facts.of()
                                        .shipment(target)
                                        .take(take.id())
                                        .with("what", "WAYBILL")
                                        .with("number", number + take.number())
                                        .with("how", how)
                                        .secret("waybill", waybill.text());
                        if (!own) facts = facts.with("recorded_as", pending);
                        ledger.append(tx, EntryKind.BIND, facts);
                        for (Take.Sighting sighting : take.sightings())
                            if (reads(sighting.code(), waybill))
                                ShipmentTable.matches(tx, take.id(), sighting.code());
                    }
                    int last = parcel.takes().stream().mapToInt(Take::number).max().orElse(0);
                    return new Bound(target, number + last);
                });
    }

    private static Facts of(Transaction tx, Optional<TakeId> take) throws SQLException {
        return take.isPresent() ? TakeLog.about(tx, take.get()) : Facts.of();
    }
}
