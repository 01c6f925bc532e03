package packwitness.shipment;

import packwitness.capture.LabelCode;
import packwitness.recording.LoadStep;
import packwitness.recording.Original;
import packwitness.recording.RecorderAlarm;
import packwitness.recording.RecorderAlarm.Kind;
import packwitness.recording.RecorderEvents;
import packwitness.recording.Segment;
import packwitness.scan.Scan;
import packwitness.value.Failure;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the recorder of one camera says into rows; called on the recorder's threads. */
final class TakeEvents implements RecorderEvents {
    static final String INDEX_NOT_WRITTEN = "INDEX_NOT_WRITTEN";
    static final String NO_BYTES = Kind.NO_BYTES.name();

    /** An original ended by trouble. */
    static final String TAKE_DAMAGED = "TAKE_DAMAGED";

    private static final List<String> ENDED_BY_BYTES =
            List.of(
                    NO_BYTES,
                    INDEX_NOT_WRITTEN,
                    Kind.WRITE_FAILED.name(),
                    Kind.WRITER_BEHIND.name(),
                    TAKE_DAMAGED);

    private final DeskParts parts;
    private final View view;
    private final LikelyWaybill likely;

    TakeEvents(DeskParts parts, View view, LikelyWaybill likely) {
        this.parts = parts;
        this.view = view;
        this.likely = likely;
    }

    @Override
    public void segment(TakeId take, Segment segment) {
        try {
            parts.log().segment(take, segment);
            parts.open().grew(take, segment.length());
            parts.forecast().wrote(view, segment.length(), segment.frames());
            parts.voice()
                    .tell(
                            "segment",
                            Map.of(
                                    "take", take.value(),
                                    "view", view.name(),
                                    "segment", segment.number()));
            if (segment.frames() > 0 && runs(take))
                parts.board().over(Optional.of(view), Optional.of(take), ENDED_BY_BYTES);
        } catch (Failure e) {
            trouble(INDEX_NOT_WRITTEN, take, e);
        }
    }

    @Override
    public void sealed(TakeId take, Original original) {
        String reason = parts.open().of(take).map(OpenTakes.Progress::reason).orElse("closed");
        try {
            parts.log().sealed(take, original, TakeState.SEALED, reason);
            parts.stills().cut(take, original.file(), original.length());
            parts.voice()
                    .tell(
                            "sealed",
                            Map.of(
                                    "take", take.value(),
                                    "view", view.name(),
                                    "sha256", original.sha256().hex(),
                                    "received", original.counts().received(),
                                    "dropped", original.counts().dropped(),
                                    "recorded", original.counts().recorded(),
                                    "preroll", original.preRollFrames(),
                                    "gaps", original.gaps().size(),
                                    "reason", reason));
        } catch (Failure e) {
            trouble(INDEX_NOT_WRITTEN, take, e);
        }
        closed(take);
    }

    @Override
    public void damaged(TakeId take, Failure why, Optional<Original> original) {
        String key = why.problem().key();
        try {
            if (original.isPresent())
                parts.log().sealed(take, original.get(), TakeState.DAMAGED, key);
            else new LeftOpen(parts.vault(), parts.log()).seal(take, TakeState.DAMAGED);
        } catch (Failure e) {
            PackingDesk.note(e);
        }
        PackingDesk.note(why);
        parts.board().raise(Optional.of(view), TAKE_DAMAGED, key, Optional.of(take));
        parts.voice()
                .tell("damaged", Map.of("take", take.value(), "view", view.name(), "why", key));
        closed(take);
    }

    @Override
    public void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame) {
        if (take.isEmpty()) return;
        TakeId id = take.get();
        if (code.text().startsWith(Scan.CHECKPOINT)) {
            checkpoint(id, code, at, frame);
            return;
        }
        parts.open().of(id).ifPresent(progress -> progress.codes.add(likely.scaled(code)));
        boolean first =
                parts.open().of(id).map(p -> p.seen.add(id + " " + code.text())).orElse(true);
        if (!first) return;
        try {
            boolean matches = parts.desk().seen(id, code.text(), code.symbology(), frame, at);
            parts.voice()
                    .tell(
                            "seen",
                            Map.of(
                                    "take", id.value(),
                                    "view", view.name(),
                                    "code", code.text(),
                                    "symbology", code.symbology(),
                                    "frame", frame,
                                    "is_the_waybill", matches));
        } catch (Failure e) {
            PackingDesk.note(e);
        }
    }

    /** The sheet or the screen with the newest checkpoint is in the picture. */
    private void checkpoint(TakeId take, LabelCode code, Instant at, long frame) {
        String told = code.text().substring(Scan.CHECKPOINT.length());
        if (!told.matches("[0-9A-Z]{8}")) return;
        if (!parts.open().of(take).map(p -> p.seen.add(take + " " + code.text())).orElse(true))
            return;
        try {
            parts.desk().seenCheckpoint(take, told, code.symbology(), frame, at);
            parts.voice()
                    .tell(
                            "checkpoint_seen",
                            Map.of("take", take.value(), "code", told, "frame", frame));
        } catch (Failure e) {
            PackingDesk.note(e);
        }
    }

    @Override
    public void alarm(RecorderAlarm alarm) {
        String name = alarm.kind().name();
        Optional<TakeId> take = parts.running().flatMap(now -> now.takeOf(view));
        List<String> over = ended(alarm);
        if (over.isEmpty()) parts.board().raise(Optional.of(view), name, alarm.detail(), take);
        else parts.board().good(Optional.of(view), name, alarm.detail(), take, over);
    }

    /** Returns the alarms that this good news ends; none where it is an alarm itself. */
    static List<String> ended(RecorderAlarm alarm) {
        return switch (alarm.kind()) {
            case CAMERA_BACK -> names(Kind.CAMERA_LOST, Kind.FRAMES_STOPPED);
            case FRAMES_MOVING -> names(Kind.FRAMES_FROZEN, Kind.FRAMES_STOPPED);
            case LENS_CLEAR -> names(Kind.LENS_DARK);
            case RATE_USUAL -> names(Kind.RATE_LOW);
            case BYTES_AGAIN -> names(Kind.NO_BYTES);
            case LOAD_RESTORED ->
                    // Only with the first step taken back is nothing given up any more.
                    alarm.detail().equals(LoadStep.PREVIEW.name())
                            ? names(Kind.LOAD_REDUCED)
                            : List.of("");
            case CAMERA_LOST,
                    FRAMES_STOPPED,
                    FRAMES_FROZEN,
                    LENS_DARK,
                    FRAMES_DROPPED,
                    PICTURES_BROKEN,
                    RATE_LOW,
                    WRITER_BEHIND,
                    WRITE_FAILED,
                    NO_BYTES,
                    LOAD_REDUCED,
                    ENCODER_FALLBACK,
                    CLOCK_JUMPED,
                    SOURCE_ENDED,
                    RECORDER_FAILED ->
                    List.of();
        };
    }

    private static List<String> names(Kind... kinds) {
        return Arrays.stream(kinds).map(Kind::name).toList();
    }

    /** Says at the end of a take what its film does not show. */
    private void closed(TakeId take) {
        Optional<OpenTakes.Progress> whole = parts.open().closed(take);
        if (whole.isEmpty()) return;
        // Where it broke off by itself, nothing runs any more.
        parts.current().clear(whole.get().takes());
        TakeId first = whole.get().begun.rolls().getFirst().take();
        try {
            Optional<TakeEnd> end = parts.desk().end(whole.get().takes());
            if (end.isEmpty()) return;
            String kind = end.get().name();
            parts.desk().event(parts.station(), Optional.of(first), kind, "");
            Map<String, Object> facts = new HashMap<>();
            facts.put("warning", kind);
            facts.put("take", first.value());
            Optional<WaybillNo> other = likely.among(whole.get().codes);
            // The parcel before leaves the table while the next one is begun: it is no hint.
            if (end.get() == TakeEnd.LABEL_UNSEEN
                    && other.isPresent()
                    && !parts.desk().knows(other.get()))
                facts.put("did_you_mean", other.get().text());
            parts.voice().tell("warning", facts);
        } catch (Failure e) {
            PackingDesk.note(e);
        }
    }

    private boolean runs(TakeId take) {
        return parts.running().map(now -> now.takes().contains(take)).orElse(false);
    }

    private void trouble(String alarm, TakeId take, Failure why) {
        PackingDesk.note(why);
        parts.board().raise(Optional.of(view), alarm, why.problem().key(), Optional.of(take));
    }
}
