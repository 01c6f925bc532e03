package packwitness.shipment;

import packwitness.recording.Original;
import packwitness.recording.Segment;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The SQL of takes and what belongs to them. */
final class TakeTable {
    private static final int MOST_GAPS = 50;

    private TakeTable() {}

    static int nextNumber(Transaction tx, ShipmentId shipment) throws SQLException {
        return tx.first(
                        "SELECT coalesce(max(number), 0) + 1 AS n FROM take WHERE shipment_id = ?",
                        row -> (int) row.number("n"),
                        shipment.value())
                .orElseThrow();
    }

    static void insert(
            Transaction tx,
            TakeId id,
            ShipmentId shipment,
            int number,
            View view,
            String station,
            Optional<String> operator,
            String camera,
            String file,
            long startSeq)
            throws SQLException {
        tx.run(
                "INSERT INTO take (id, shipment_id, number, view, state, station, operator, camera,"
                        + " file, scanned_at, start_seq) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                id.value(),
                shipment.value(),
                number,
                view,
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
                    + " first_frame = ?, last_frame = ?, first_at = ?, last_at = ?, reason = ?,"
                    + " gaps = ? WHERE id = ? AND state = 'RECORDING'",
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
                String.join(";", gaps(original)),
                take.value());
    }

    /** Returns what is missing, each as {@code first-last CAUSE milliseconds}; the first fifty. */
    static List<String> gaps(Original original) {
        return original.gaps().stream()
                .limit(MOST_GAPS)
                .map(gap ->
                        gap.first()
                                + "-"
                                + gap.last()
                                + " "
                                + gap.cause()
                                + " "
                                + gap.length().toMillis())
                .toList();
    }

    static List<Take> takesOf(Transaction tx, ShipmentId shipment) throws SQLException {
        List<Take> bare =
                tx.list(
                        "SELECT * FROM take WHERE shipment_id = ? ORDER BY number, view DESC",
                        TakeTable::take,
                        shipment.value());
        var full = new ArrayList<Take>();
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
                tx.first("SELECT * FROM take WHERE id = ?", TakeTable::take, id.value());
        return bare.isEmpty() ? bare : Optional.of(withDetails(tx, bare.get()));
    }

    static ShipmentId shipmentOf(Transaction tx, TakeId take) throws SQLException {
        return tx.first(
                        "SELECT shipment_id FROM take WHERE id = ?",
                        row -> new ShipmentId(row.number("shipment_id")),
                        take.value())
                .orElseThrow();
    }

    private static Take take(Row row) throws SQLException {
        return new Take(
                new TakeId(row.number("id")),
                (int) row.number("number"),
                View.valueOf(row.text("view")),
                TakeState.valueOf(row.text("state")),
                row.text("station"),
                row.text("camera"),
                row.text("file"),
                row.instant("scanned_at"),
                row.number("start_seq"),
                stop(row),
                List.of(),
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
                        row.text("reason"),
                        gaps(row.text("gaps"))));
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
        List<TakeEvent> events =
                tx.list(
                        "SELECT * FROM desk_event WHERE take_id = ? ORDER BY id",
                        row ->
                                new TakeEvent(
                                        row.text("kind"),
                                        row.text("detail"),
                                        row.instant("at"),
                                        row.maybeInstant("from_at"),
                                        row.maybeInstant("to_at")),
                        take.id().value());
        return new Take(
                take.id(),
                take.number(),
                take.view(),
                take.state(),
                take.station(),
                take.camera(),
                take.file(),
                take.scannedAt(),
                take.startSeq(),
                take.stop(),
                sightings,
                stills,
                events);
    }

    private static List<String> gaps(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(";"));
    }
}
