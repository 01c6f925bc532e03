package packwitness.shipment;

import packwitness.ledger.Checkpoint;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

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

    /** A camera of the station and what is known of it, for the START row. */
    record Lens(View view, String camera, Map<String, String> environment) {}

    /** Where and by whom a take is begun; {@code folder} is that of its day. */
    record Scene(String station, Optional<String> operator, String folder, List<Lens> lenses) {}

    /** One original of a take that may now be begun. */
    record Roll(View view, TakeId take, String file) {}

    /** A take whose rows are on the disk and whose files may now be begun. */
    record Begun(ShipmentId shipment, int number, String goods, List<Roll> rolls) {}

    /** Begins a take of the parcel of this waybill, in all its views or in none. */
    Begun begin(WaybillNo waybill, Scene scene) throws Failure {
        return vault.database()
                .write(tx ->
                        begin(tx, ShipmentTable.shipmentFor(tx, waybill, scene.station()), scene));
    }

    /** Begins a take of a parcel whose waybill is scanned later. */
    Begun beginUnbound(Optional<ParcelCode> code, Scene scene) throws Failure {
        return vault.database()
                .write(tx -> {
                    ShipmentId shipment = ShipmentTable.unbound(tx, code, scene.station());
                    if (code.isPresent())
                        ShipmentTable.addCode(tx, shipment, code.get().kind(), code.get().code());
                    return begin(tx, shipment, scene);
                });
    }

    /** Begins another take of the same parcel. */
    Begun again(ShipmentId shipment, Scene scene) throws Failure {
        return vault.database().write(tx -> begin(tx, shipment, scene));
    }

    private Begun begin(Transaction tx, ShipmentId shipment, Scene scene)
            throws SQLException, Failure {
        Shipment whole = ShipmentTable.shipment(tx, shipment).orElseThrow();
        int number = TakeTable.nextNumber(tx, shipment);
        Optional<String> checkpoint = ledger.newest().map(Checkpoint::code);
        List<Roll> rolls = new ArrayList<>();
        for (Lens lens : scene.lenses()) {
            TakeId take = new TakeId(tx.nextId());
            String file = "videos/" + scene.folder() + "/" + take + ".mp4";
            Facts facts =
                    Facts.of()
                            .shipment(shipment)
                            .take(take)
                            .with("station", scene.station())
                            .with("number", number)
                            .with("view", lens.view())
                            .with("camera", lens.camera())
                            .with("file", file)
                            .with("checkpoint", checkpoint);
            if (whole.bound()) facts = facts.secret("waybill", whole.waybill().text());
            else facts = facts.with("bound", false);
            for (ParcelCode.Kind kind : ParcelCode.Kind.values()) {
                Optional<String> code = first(whole, kind);
                if (code.isPresent())
                    facts = facts.secret(kind.name().toLowerCase(Locale.ROOT), code.get());
            }
            if (scene.operator().isPresent())
                facts = facts.secret("operator", scene.operator().get());
            for (Map.Entry<String, String> known : lens.environment().entrySet())
                facts = facts.with(known.getKey(), known.getValue());
            Entry entry = ledger.append(tx, EntryKind.START, facts);
            TakeTable.insert(
                    tx,
                    take,
                    shipment,
                    number,
                    lens.view(),
                    scene.station(),
                    scene.operator(),
                    lens.camera(),
                    file,
                    entry.seq());
            rolls.add(new Roll(lens.view(), take, file));
        }
        return new Begun(shipment, number, whole.title(), List.copyOf(rolls));
    }

    /** The order an import knows names the order, else the code that was scanned. */
    private static Optional<String> first(Shipment shipment, ParcelCode.Kind kind) {
        if (kind == ParcelCode.Kind.ORDER && !shipment.orders().isEmpty())
            return Optional.of(shipment.orders().getFirst().number().text());
        return shipment.codes().stream()
                .filter(code -> code.kind() == kind)
                .map(ParcelCode::code)
                .findFirst();
    }

    /**
     * Writes a link behind those that could not be written before; never two of one take at once.
     */
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
                    TakeTable.insertSegment(tx, take, segment);
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
                    TakeTable.close(tx, take, state, original, reason, entry.seq());
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
                    List<Segment> links = TakeTable.segments(tx, take);
                    Take before = TakeTable.take(tx, take).orElseThrow();
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

    static Facts about(Transaction tx, TakeId take) throws SQLException {
        return Facts.of().shipment(TakeTable.shipmentOf(tx, take)).take(take);
    }

    private static Facts stopFacts(Transaction tx, TakeId take, Original original, String reason)
            throws SQLException {
        Duration longestGap =
                original.gaps().stream()
                        .map(gap -> gap.length())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return about(tx, take)
                .with("file", TakeTable.take(tx, take).orElseThrow().file())
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
                .with("gap_list", String.join(";", TakeTable.gaps(original)))
                .with("encoder", original.making().encoder())
                .with("copied", original.making().copied())
                .with("run_on", original.making().runOnFrames())
                .with("load", load(original))
                .with("reason", reason);
    }

    /** Returns what was given up for an overloaded computer, each step with its time. */
    private static String load(Original original) {
        return original.making().load().stream()
                .map(step -> step.from() + ">" + step.to() + " " + step.at().toEpochMilli())
                .collect(Collectors.joining(";"));
    }
}
