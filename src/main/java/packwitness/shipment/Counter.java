package packwitness.shipment;

import packwitness.recording.TakeFile;
import packwitness.scan.Bounce;
import packwitness.scan.Scan;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides what a scan does: which take begins, goes on or ends. Called under the lock of its desk.
 */
final class Counter {
    /** What the label of the demonstration scene shows before there is one. */
    private static final String NO_LABEL = "0000";

    private final DeskParts parts;
    private final NewestCode code;
    private volatile Optional<String> operator = Optional.empty();
    private final Bounce bounce;

    Counter(DeskParts parts, NewestCode code) {
        this.parts = parts;
        this.code = code;
        Duration window = parts.settings().bounce();
        // Where another code came between, a packer may mean it: two labels and the first again.
        bounce = new Bounce(window, window.multipliedBy(35).dividedBy(100));
    }

    Optional<String> operator() {
        return operator;
    }

    ScanOutcome scan(ArmedStation station, String line, long at) throws Failure {
        return switch (station.rules().read(line)) {
            case Scan.Waybill(WaybillNo number, _, _) ->
                    bounced(number.text(), at)
                            ? bounce(number.text())
                            : waybill(station, number, at);
            case Scan.OrderCode(String text) ->
                    bounced(text, at)
                            ? bounce(text)
                            : code(station, ParcelCode.Kind.ORDER, text, at);
            case Scan.ProductCode(String text) ->
                    bounced(text, at)
                            ? bounce(text)
                            : code(station, ParcelCode.Kind.PRODUCT, text, at);
            case Scan.Control(Scan.Command command) ->
                    bounced(command.code(), at)
                            ? bounce(command.code())
                            : control(station, command, at);
            case Scan.Badge(String badge) -> {
                operator = Optional.of(badge);
                event("BADGE", "");
                yield ScanOutcome.of(ScanOutcome.Kind.OPERATOR, badge);
            }
            case Scan.Other(Scan.Kind kind, String text) -> {
                event("WRONG_CODE", kind.name());
                yield ScanOutcome.of(ScanOutcome.Kind.NOT_A_WAYBILL, text);
            }
        };
    }

    /** Ends the running take, if any, in all its views at the same moment. */
    void stop(ArmedStation station, String reason, long at) {
        Optional<RunningTake> running = parts.running();
        if (running.isEmpty()) return;
        ends(running.get(), reason);
        for (Lane lane : station.lanes()) lane.recorder().end(at);
        parts.current().clear();
        // After a stop the same label is meant, however soon.
        bounce.forget(running.get().waybill().text());
        running.get().order().ifPresent(bounce::forget);
    }

    /** The same code again within moments is the scanner's doing, whatever the code means. */
    private boolean bounced(String text, long at) {
        return bounce.hear(text, at) == Bounce.Verdict.BOUNCE;
    }

    private ScanOutcome bounce(String text) throws Failure {
        event("BOUNCE", "");
        return ScanOutcome.of(ScanOutcome.Kind.BOUNCE, text);
    }

    private ScanOutcome waybill(ArmedStation station, WaybillNo number, long at) throws Failure {
        Optional<RunningTake> running = parts.running();
        if (running.isPresent() && !running.get().bound())
            return bind(station, running.get(), number);
        TakeLog.Begun begun = parts.log().begin(number, station.scene(operator));
        roll(station, new RunningTake(begun, number, true, false, Optional.empty(), at), at);
        ScanOutcome.Kind kind =
                begun.number() > 1
                        ? ScanOutcome.Kind.TAKE_TWO
                        : running.isPresent()
                                ? ScanOutcome.Kind.SWITCHED
                                : ScanOutcome.Kind.STARTED;
        return outcome(kind, number.text());
    }

    private ScanOutcome bind(ArmedStation station, RunningTake running, WaybillNo number)
            throws Failure {
        DeskLog.Bound bound = parts.desk().bind(running.begun().shipment(), number, "scan");
        parts.current().set(running.boundTo(number, bound));
        // What stands in the picture so far stays; from now on the waybill stands beside it.
        String remark = code.get().map(known -> number + " " + known).orElse(number.text());
        for (Lane lane : station.lanes()) {
            lane.recorder().remark(remark);
            lane.label(number.text());
        }
        return outcome(ScanOutcome.Kind.BOUND, number.text());
    }

    /**
     * A code of an order or of goods begins a parcel where none is being recorded, or where the one
     * that is began with such a code and has its waybill by now; else it belongs to the parcel on
     * the table.
     */
    private ScanOutcome code(ArmedStation station, ParcelCode.Kind kind, String text, long at)
            throws Failure {
        Optional<RunningTake> running = parts.running();
        boolean next =
                running.isEmpty()
                        || running.get().bound() && running.get().codeFirst()
                        || !running.get().bound()
                                && kind == ParcelCode.Kind.ORDER
                                && running.get().order().map(o -> !o.equals(text)).orElse(false);
        if (next)
            return open(
                    station, Optional.of(new ParcelCode(kind, text, parts.clock().instant())), at);
        RunningTake take = running.orElseThrow();
        if (!take.order().equals(Optional.of(text))) {
            parts.desk().code(take.begun().shipment(), take.take(), kind, text);
            if (kind == ParcelCode.Kind.ORDER) parts.current().set(take.withOrder(text));
        }
        return outcome(ScanOutcome.Kind.NOTED, text);
    }

    /** Begins a take whose waybill is scanned later. */
    private ScanOutcome open(ArmedStation station, Optional<ParcelCode> first, long at)
            throws Failure {
        TakeLog.Begun begun = parts.log().beginUnbound(first, station.scene(operator));
        Optional<String> order =
                first.filter(c -> c.kind() == ParcelCode.Kind.ORDER).map(ParcelCode::code);
        WaybillNo provisional = ShipmentTable.provisional(begun.shipment(), first);
        roll(station, new RunningTake(begun, provisional, false, true, order, at), at);
        return outcome(
                ScanOutcome.Kind.OPENED,
                first.map(ParcelCode::code).orElse(Scan.Command.START.code()));
    }

    private ScanOutcome control(ArmedStation station, Scan.Command command, long at)
            throws Failure {
        return switch (command) {
            case START -> open(station, Optional.empty(), at);
            case STOP -> {
                Optional<RunningTake> take = parts.running();
                stop(station, "stop code", at);
                yield take.isEmpty()
                        ? ScanOutcome.of(ScanOutcome.Kind.STOPPED, command.code())
                        : outcome(ScanOutcome.Kind.STOPPED, command.code(), take.get());
            }
            case REDO -> {
                Optional<RunningTake> take = parts.running();
                if (take.isEmpty()) yield ScanOutcome.of(ScanOutcome.Kind.HELP, command.code());
                yield redo(station, take.get(), at);
            }
            case MARK, DAMAGE -> {
                event(command.name(), "");
                yield ScanOutcome.of(ScanOutcome.Kind.MARKED, command.code());
            }
            case HELP -> {
                event("HELP", "");
                yield ScanOutcome.of(ScanOutcome.Kind.HELP, command.code());
            }
        };
    }

    private ScanOutcome redo(ArmedStation station, RunningTake take, long at) throws Failure {
        TakeLog.Begun begun = parts.log().again(take.begun().shipment(), station.scene(operator));
        RunningTake again =
                new RunningTake(
                        begun, take.waybill(), take.bound(), take.codeFirst(), take.order(), at);
        roll(station, again, at);
        return outcome(ScanOutcome.Kind.TAKE_TWO, take.waybill().text());
    }

    /** Hands all views of the take, whose rows are on the disk, to their recorders. */
    private void roll(ArmedStation station, RunningTake next, long at) throws Failure {
        Optional<RunningTake> before = parts.running();
        for (TakeLog.Roll roll : next.begun().rolls()) {
            Path folder = parts.vault().files().at(roll.file()).getParent();
            try {
                if (folder != null) EvidenceFolder.makeFolders(folder);
            } catch (IOException e) {
                throw new Failure(StorageProblem.NOT_WRITABLE, e, parts.vault().root());
            }
        }
        before.ifPresent(running -> ends(running, "next scan"));
        parts.open().begin(next.begun());
        parts.current().set(next);
        for (Lane lane : station.lanes()) {
            Optional<TakeLog.Roll> roll =
                    next.begun().rolls().stream().filter(r -> r.view() == lane.view()).findFirst();
            if (roll.isEmpty()) {
                // A camera that came back between row and roll has nothing to record into yet.
                lane.recorder().end(at);
                continue;
            }
            code.get().ifPresent(lane.recorder()::remark);
            lane.next(next.bound() ? next.waybill().text() : NO_LABEL);
            Path sealed = parts.vault().files().at(roll.get().file());
            Path part = parts.vault().files().at(roll.get().file() + ".part");
            lane.recorder().begin(new TakeFile(roll.get().take(), part, sealed), caption(next), at);
        }
    }

    /** What is burnt into the picture; a parcel without waybill says so. */
    private static String caption(RunningTake take) {
        return take.bound() ? take.waybill().text() : "未绑定 " + take.waybill().text().substring(1);
    }

    private void ends(RunningTake take, String reason) {
        for (TakeId original : take.takes()) parts.open().ends(original, reason);
    }

    private void event(String kind, String detail) throws Failure {
        parts.desk().event(parts.station(), parts.running().map(RunningTake::take), kind, detail);
    }

    private ScanOutcome outcome(ScanOutcome.Kind kind, String text) {
        return outcome(kind, text, parts.running().orElseThrow());
    }

    private static ScanOutcome outcome(ScanOutcome.Kind kind, String text, RunningTake take) {
        return new ScanOutcome(
                kind,
                text,
                Optional.of(take.begun().shipment()),
                Optional.of(take.take()),
                take.begun().number());
    }
}
