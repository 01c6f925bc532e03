package packwitness.shipment;

import packwitness.orders.OrderTable;
import packwitness.recording.Original;
import packwitness.recording.Segment;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of shipments, takes and what belongs to them. */
final class ShipmentTable {
    /**
     * A waybill number that comes back after this long is another parcel: carriers reuse numbers.
     */
    private static final Duration REUSE = Duration.ofDays(180);

    private ShipmentTable() {}

    /** Returns the shipment of this waybill, made where there is none from the last 180 days. */
    static ShipmentId shipmentFor(Transaction tx, WaybillNo waybill, String station)
            throws SQLException {
        Optional<ShipmentId> known =
                tx.first(
                        "SELECT id FROM shipment WHERE waybill = ? AND last_scan > ? ORDER BY id"
                                + " DESC",
                        row -> new ShipmentId(row.number("id")),
                        waybill.text(),
                        tx.now().minus(REUSE));
        if (known.isPresent()) {
            tx.run("UPDATE shipment SET last_scan = ? WHERE id = ?", tx.now(), known.get().value());
            return known.get();
        }
        ShipmentId id = new ShipmentId(tx.nextId());
        tx.run(
                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan) VALUES"
                        + " (?,?,?,?,?)",
                id.value(),
                waybill.text(),
                station,
                tx.now(),
                tx.now());
        return id;
    }

    static int nextTakeNumber(Transaction tx, ShipmentId shipment) throws SQLException {
        return tx.first(
                        "SELECT coalesce(max(number), 0) + 1 AS n FROM take WHERE shipment_id = ?",
                        row -> (int) row.number("n"),
                        shipment.value())
                .orElseThrow();
    }

    static void insertTake(
            Transaction tx,
            TakeId id,
            ShipmentId shipment,
            int number,
            String station,
            Optional<String> operator,
            String camera,
            String file,
            long startSeq)
            throws SQLException {
        tx.run(
                "INSERT INTO take (id, shipment_id, number, state, station, operator, camera, file,"
                        + " scanned_at, start_seq) VALUES (?,?,?,?,?,?,?,?,?,?)",
                id.value(),
                shipment.value(),
                number,
                TakeState.RECORDING,
                station,
                operator,
                camera,
                file,
                tx.now(),
                startSeq);
    }

    static void insertSegment(Transaction tx, TakeId take, Segment segment) throws SQLException {
        tx.run(
                "INSERT INTO segment (take_id, number, offset, length, sha256, link, frames,"
                        + " last_at) VALUES (?,?,?,?,?,?,?,?)",
                take.value(),
                segment.number(),
                segment.offset(),
                segment.length(),
                segment.bytes(),
                segment.link(),
                segment.frames(),
                segment.lastFrameAt());
    }

    static List<Segment> segments(Transaction tx, TakeId take) throws SQLException {
        return tx.list(
                "SELECT * FROM segment WHERE take_id = ? ORDER BY number",
                row ->
                        new Segment(
                                (int) row.number("number"),
                                row.number("offset"),
                                row.number("length"),
                                row.hash("sha256"),
                                row.hash("link"),
                                (int) row.number("frames"),
                                row.instant("last_at")),
                take.value());
    }

    static void close(
            Transaction tx,
            TakeId take,
            TakeState state,
            Original original,
            String reason,
            long stopSeq)
            throws SQLException {
        tx.run(
                "UPDATE take SET state = ?, stop_seq = ?, bytes = ?, sha256 = ?, chain = ?, stream"
                    + " = ?, segments = ?, received = ?, dropped = ?, recorded = ?, pre_roll = ?,"
                    + " first_frame = ?, last_frame = ?, first_at = ?, last_at = ?, reason = ?"
                    + " WHERE id = ? AND state = 'RECORDING'",
                state,
                stopSeq,
                original.bytes(),
                original.sha256(),
                original.chainHead(),
                original.streamHash(),
                original.segments(),
                original.counts().received(),
                original.counts().dropped(),
                original.counts().recorded(),
                original.preRollFrames(),
                original.firstFrame(),
                original.lastFrame(),
                original.firstFrameAt(),
                original.lastFrameAt(),
                reason,
                take.value());
    }

    static List<Take> takesOf(Transaction tx, ShipmentId shipment) throws SQLException {
        List<Take> bare =
                tx.list(
                        "SELECT * FROM take WHERE shipment_id = ? ORDER BY number",
                        ShipmentTable::take,
                        shipment.value());
        var full = new java.util.ArrayList<Take>();
        for (Take take : bare) full.add(withDetails(tx, take));
        return full;
    }

    static List<TakeId> running(Transaction tx, String station) throws SQLException {
        return tx.list(
                "SELECT id FROM take WHERE state = 'RECORDING' AND station = ? ORDER BY id",
                row -> new TakeId(row.number("id")),
                station);
    }

    static List<String> stationsWithRunningTakes(Transaction tx) throws SQLException {
        return tx.list(
                "SELECT DISTINCT station FROM take WHERE state = 'RECORDING'",
                row -> row.text("station"));
    }

    static Optional<Take> take(Transaction tx, TakeId id) throws SQLException {
        Optional<Take> bare =
                tx.first("SELECT * FROM take WHERE id = ?", ShipmentTable::take, id.value());
        return bare.isEmpty() ? bare : Optional.of(withDetails(tx, bare.get()));
    }

    static ShipmentId shipmentOf(Transaction tx, TakeId take) throws SQLException {
        return tx.first(
                        "SELECT shipment_id FROM take WHERE id = ?",
                        row -> new ShipmentId(row.number("shipment_id")),
                        take.value())
                .orElseThrow();
    }

    static Optional<Shipment> shipment(Transaction tx, ShipmentId id) throws SQLException {
        Optional<Shipment> bare =
                tx.first(
                        "SELECT *, (SELECT count(*) FROM claim WHERE shipment_id = shipment.id) AS"
                                + " claims FROM shipment WHERE id = ?",
                        ShipmentTable::bareShipment,
                        id.value());
        if (bare.isEmpty()) return bare;
        Shipment s = bare.get();
        return Optional.of(
                new Shipment(
                        s.id(),
                        s.waybill(),
                        s.station(),
                        s.firstScan(),
                        s.lastScan(),
                        s.holdReason(),
                        OrderTable.ofWaybill(tx, s.waybill()),
                        takesOf(tx, s.id()),
                        s.claims()));
    }

    static void insertEvent(
            Transaction tx, String station, Optional<TakeId> take, String kind, String detail)
            throws SQLException {
        tx.run(
                "INSERT INTO desk_event (id, station, take_id, kind, detail, at) VALUES"
                        + " (?,?,?,?,?,?)",
                tx.nextId(),
                station,
                take.map(TakeId::value),
                kind,
                detail,
                tx.now());
    }

    private static Shipment bareShipment(Row row) throws SQLException {
        return new Shipment(
                new ShipmentId(row.number("id")),
                new WaybillNo(row.text("waybill")),
                row.text("station"),
                row.instant("first_scan"),
                row.instant("last_scan"),
                row.maybeText("hold_reason"),
                List.of(),
                List.of(),
                (int) row.number("claims"));
    }

    private static Take take(Row row) throws SQLException {
        return new Take(
                new TakeId(row.number("id")),
                (int) row.number("number"),
                TakeState.valueOf(row.text("state")),
                row.text("station"),
                row.text("camera"),
                row.text("file"),
                row.instant("scanned_at"),
                row.number("start_seq"),
                stop(row),
                List.of(),
                List.of());
    }

    private static Optional<Take.Stop> stop(Row row) throws SQLException {
        Optional<Long> seq = row.maybeNumber("stop_seq");
        if (seq.isEmpty() || row.maybeHash("sha256").isEmpty()) return Optional.empty();
        return Optional.of(
                new Take.Stop(
                        seq.get(),
                        row.number("bytes"),
                        row.hash("sha256"),
                        row.hash("chain"),
                        row.maybeHash("stream"),
                        (int) row.number("segments"),
                        row.number("received"),
                        row.number("dropped"),
                        row.number("recorded"),
                        (int) row.number("pre_roll"),
                        row.number("first_frame"),
                        row.number("last_frame"),
                        row.instant("first_at"),
                        row.instant("last_at"),
                        row.text("reason")));
    }

    private static Take withDetails(Transaction tx, Take take) throws SQLException {
        List<Take.Sighting> sightings =
                tx.list(
                        "SELECT * FROM sighting WHERE take_id = ? ORDER BY id",
                        row ->
                                new Take.Sighting(
                                        row.text("code"),
                                        row.text("symbology"),
                                        row.number("frame"),
                                        row.instant("at"),
                                        row.flag("matches")),
                        take.id().value());
        List<Take.Still> stills =
                tx.list(
                        "SELECT * FROM key_frame WHERE take_id = ? ORDER BY number",
                        row ->
                                new Take.Still(
                                        (int) row.number("number"),
                                        row.text("file"),
                                        row.number("frame"),
                                        Duration.ofMillis(row.number("at_ms")),
                                        (int) row.number("width"),
                                        (int) row.number("height"),
                                        row.hash("sha256"),
                                        row.hash("pixels")),
                        take.id().value());
        return new Take(
                take.id(),
                take.number(),
                take.state(),
                take.station(),
                take.camera(),
                take.file(),
                take.scannedAt(),
                take.startSeq(),
                take.stop(),
                sightings,
                stills);
    }

    /** Returns the moment a take's file begins, for names of folders. */
    static String folderOf(Instant at, java.time.ZoneId zone) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(zone).format(at);
    }
}
