package packwitness.recording;

import packwitness.capture.LabelCode;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a recorder told. */
final class Heard implements RecorderEvents {
    record Damage(TakeId take, Failure why, Optional<Original> original) {}

    record Code(Optional<TakeId> take, LabelCode code, long frame) {}

    final Map<TakeId, List<Segment>> segments = new ConcurrentHashMap<>();
    final List<Original> sealed = new CopyOnWriteArrayList<>();
    final List<Damage> damaged = new CopyOnWriteArrayList<>();
    final List<Code> codes = new CopyOnWriteArrayList<>();
    final List<RecorderAlarm> alarms = new CopyOnWriteArrayList<>();

    @Override
    public void segment(TakeId take, Segment segment) {
        segments.computeIfAbsent(take, any -> new CopyOnWriteArrayList<>()).add(segment);
    }

    @Override
    public void sealed(TakeId take, Original original) {
        sealed.add(original);
    }

    @Override
    public void damaged(TakeId take, Failure why, Optional<Original> original) {
        damaged.add(new Damage(take, why, original));
    }

    @Override
    public void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame) {
        codes.add(new Code(take, code, frame));
    }

    @Override
    public void alarm(RecorderAlarm alarm) {
        alarms.add(alarm);
    }
}
