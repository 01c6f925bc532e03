package packwitness.shipment;

import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.orders.Order;
import packwitness.orders.OrderTable;
import packwitness.recording.KeyFrame;
import packwitness.recording.Original;
import packwitness.recording.Recovered;
import packwitness.recording.Segment;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Writes what happens to a take: the row of the index and the row of the ledger in one transaction,
 * so that neither is ever there without the other. Safe for any thread.
 */
final class TakeLog {
    private final Vault vault;
    private final Ledger ledger;

    /** Links that the index did not take; they go before the next, so that none is ever missing. */
    private final Map<TakeId, Deque<Segment>> waiting = new ConcurrentHashMap<>();

    TakeLog(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
    }

    /** A take whose rows are on the disk and whose file may now be begun. */
    record Begun(ShipmentId shipment, TakeId take, int number, String file, String goods) {}

    Begun begin(
            WaybillNo waybill,
            String station,
            Optional<String> operator,
            String camera,
            String folder)
            throws Failure {
        return vault.database()
                .write(tx -> {
                    ShipmentId shipment = ShipmentTable.shipmentFor(tx, waybill, station);
                    int number = ShipmentTable.nextTakeNumber(tx, shipment);
                    TakeId take = new TakeId(tx.nextId());
                    String file = "videos/" + folder + "/" + take + ".mp4";
                    List<Order> orders = OrderTable.ofWaybill(tx, waybill);
                    Facts facts =
                            Facts.of()
                                    .shipment(shipment)
                                    .take(take)
                                    .secret("waybill", waybill.text())
                                    .with("station", station)
                                    .with("number", number)
                                    .with("camera", camera)
                                    .with("file", file);
                    if (!orders.isEmpty())
                        facts = facts.secret("order", orders.getFirst().number().text());
                    if (operator.isPresent()) facts = facts.secret("operator", operator.get());
                    var checkpoint = ledger.newest();
                    if (checkpoint.isPresent())
                        facts = facts.with("checkpoint", checkpoint.get().code());
                    Entry entry = ledger.append(tx, EntryKind.START, facts);
                    ShipmentTable.insertTake(
                            tx,
                            take,
                            shipment,
                            number,
                            station,
                            operator,
                            camera,
                            file,
                            entry.seq());
                    return new Begun(shipment, take, number, file, goods(orders));
                });
    }

    /** Writes a link behind those that could not be written before; never two of one take at once. */
    void segment(TakeId take, Segment segment) throws Failure {
        waiting.computeIfAbsent(take, any -> new ConcurrentLinkedDeque<>()).add(segment);
        writeWaiting(take);
    }

    /** Writes the links that the index did not take so far. */
    void writeWaiting(TakeId take) throws Failure {
        Deque<Segment> links = waiting.getOrDefault(take, new ConcurrentLinkedDeque<>());
        for (Segment link = links.peek(); link != null; link = links.peek()) {
            write(take, link);
            links.remove();
        }
    }

    private void write(TakeId take, Segment segment) throws Failure {
        vault.database()
                .write(tx -> {
                    ShipmentTable.insertSegment(tx, take, segment);
                    return ledger.append(
                            tx,
                            EntryKind.SEGMENT,
                            about(tx, take)
                                    .with("segment", segment.number())
                                    .with("offset", segment.offset())
                                    .with("length", segment.length())
                                    .with("sha256", segment.bytes())
                                    .with("link", segment.link())
                                    .with("frames", segment.frames()));
                });
    }

    void sealed(TakeId take, Original original, TakeState state, String reason) throws Failure {
        writeWaiting(take);
        waiting.remove(take);
        vault.database()
                .write(tx -> {
                    Entry entry =
                            ledger.append(
                                    tx, EntryKind.STOP, stopFacts(tx, take, original, reason));
                    ShipmentTable.close(tx, take, state, original, reason, entry.seq());
                    return entry;
                });
    }

    /** Closes a take whose program died: what is proven is said, and what is not. */
    void interrupted(TakeId take, Recovered found, String file, String reason) throws Failure {
        waiting.remove(take);
        vault.database()
                .write(tx -> {
                    Facts facts =
                            about(tx, take)
                                    .with("file", file)
                                    .with("proven_bytes", found.provenBytes())
                                    .with("proven_segments", found.provenSegments())
                                    .with("chain", found.chainHead())
                                    .with("tail_bytes", found.tailBytes())
                                    .with("frames", found.frames())
                                    .with("reason", reason);
                    if (found.fileHash().isPresent())
                        facts = facts.with("file_sha256", found.fileHash().get());
                    Entry entry = ledger.append(tx, EntryKind.INTERRUPTED, facts);
                    List<Segment> links = ShipmentTable.segments(tx, take);
                    Take before = ShipmentTable.take(tx, take).orElseThrow();
                    tx.run(
                            "UPDATE take SET state = 'INTERRUPTED', stop_seq = ?, bytes = ?, sha256"
                                + " = ?, chain = ?, segments = ?, received = 0, dropped = 0,"
                                + " recorded = ?, pre_roll = 0, first_frame = 0, last_frame = 0,"
                                + " first_at = ?, last_at = ?, reason = ? WHERE id = ? AND state ="
                                + " 'RECORDING'",
                            entry.seq(),
                            found.provenBytes() + found.tailBytes(),
                            found.fileHash(),
                            found.chainHead(),
                            found.provenSegments(),
                            found.frames(),
                            before.scannedAt(),
                            links.isEmpty() ? before.scannedAt() : links.getLast().lastFrameAt(),
                            reason,
                            take.value());
                    return entry;
                });
    }

    /** Notes that a code was read in the picture; returns whether it is the waybill of the take. */
    boolean seen(TakeId take, String code, String symbology, long frame, java.time.Instant at)
            throws Failure {
        return vault.database()
                .write(tx -> {
                    ShipmentId shipment = ShipmentTable.shipmentOf(tx, take);
                    Shipment whole = ShipmentTable.shipment(tx, shipment).orElseThrow();
                    boolean matches =
                            Scan.read(code) instanceof Scan.Waybill w
                                    && w.number().equals(whole.waybill());
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

    void event(String station, Optional<TakeId> take, String kind, String detail) throws Failure {
        vault.database()
                .write(tx -> {
                    ShipmentTable.insertEvent(tx, station, take, kind, detail);
                    Facts facts = take.isPresent() ? about(tx, take.get()) : Facts.of();
                    return ledger.append(
                            tx,
                            EntryKind.EVENT,
                            facts.with("station", station)
                                    .with("alarm", kind)
                                    .with("detail", detail));
                });
    }

    void arm(String station, String camera, String mode, String program, String zone)
            throws Failure {
        vault.database()
                .write(tx ->
                        ledger.append(
                                tx,
                                EntryKind.ARM,
                                Facts.of()
                                        .with("station", station)
                                        .with("camera", camera)
                                        .with("mode", mode)
                                        .with("program", program)
                                        .with(
                                                "os",
                                                System.getProperty("os.name")
                                                        + " "
                                                        + System.getProperty("os.version"))
                                        .with("java", System.getProperty("java.runtime.version"))
                                        .with("zone", zone)));
    }

    void still(TakeId take, int number, String file, Sha256 sha256, KeyFrame frame) throws Failure {
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT OR IGNORE INTO key_frame (take_id, number, file, frame,"
                                        + " at_ms, width, height, sha256, pixels) VALUES"
                                        + " (?,?,?,?,?,?,?,?,?)",
                                take.value(),
                                number,
                                file,
                                frame.index(),
                                frame.at().toMillis(),
                                frame.width(),
                                frame.height(),
                                sha256,
                                frame.pixels()));
    }

    private static Facts about(Transaction tx, TakeId take) throws SQLException {
        return Facts.of().shipment(ShipmentTable.shipmentOf(tx, take)).take(take);
    }

    private static Facts stopFacts(Transaction tx, TakeId take, Original original, String reason)
            throws SQLException {
        Duration longestGap =
                original.gaps().stream()
                        .map(gap -> gap.length())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return about(tx, take)
                .with("file", ShipmentTable.take(tx, take).orElseThrow().file())
                .with("bytes", original.bytes())
                .with("sha256", original.sha256())
                .with("chain", original.chainHead())
                .with("segments", original.segments())
                .with("stream", original.streamHash())
                .with("received", original.counts().received())
                .with("dropped", original.counts().dropped())
                .with("recorded", original.counts().recorded())
                .with("preroll", original.preRollFrames())
                .with("first", original.firstFrame())
                .with("last", original.lastFrame())
                .with("first_at", original.firstFrameAt())
                .with("last_at", original.lastFrameAt())
                .with("gaps", original.gaps().size())
                .with("longest_gap_ms", longestGap.toMillis())
                .with("reason", reason);
    }

    private static String goods(List<Order> orders) {
        return String.join(
                "；",
                orders.stream().flatMap(o -> o.items().stream()).map(Order.Item::title).toList());
    }
}
