package packwitness.recording;

import packwitness.capture.LabelCode;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Hands events on; a listener's mistake is logged and never stops a recording. Any thread. */
final class Teller implements RecorderEvents {
    private static final Logger LOG = System.getLogger(Teller.class.getName());

    private final RecorderEvents listener;
    private volatile boolean quiet;

    Teller(RecorderEvents listener) {
        this.listener = listener;
    }

    /** Tells no alarm and no code any more. */
    void quiet() {
        quiet = true;
    }

    @Override
    public void segment(TakeId take, Segment segment) {
        tell(() -> listener.segment(take, segment));
    }

    @Override
    public void sealed(TakeId take, Original original) {
        tell(() -> listener.sealed(take, original));
    }

    @Override
    public void damaged(TakeId take, Failure why, Optional<Original> original) {
        LOG.log(Level.ERROR, "take " + take + " is damaged", why);
        tell(() -> listener.damaged(take, why, original));
    }

    @Override
    public void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame) {
        if (!quiet) tell(() -> listener.seen(take, code, at, frame));
    }

    @Override
    public void alarm(RecorderAlarm alarm) {
        if (quiet) return;
        LOG.log(Level.WARNING, "alarm " + alarm.kind() + ": " + alarm.detail());
        tell(() -> listener.alarm(alarm));
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a listener failed", e);
        }
    }
}
