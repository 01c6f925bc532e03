package packwitness.recording;

import packwitness.recording.RecorderAlarm.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Decides what is given up for a computer that cannot follow, one step at a time, from how full the
 * queue behind the camera is; every step is told and remembered. Fed by the camera thread, asked by
 * any.
 */
final class Load {
    private static final double HIGH = 0.5;
    private static final double LOW = 0.2;
    private static final long WORSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LONGEST_CALM_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int MOST = 1000;

    private record Known(LoadChange change, long nanos) {}

    private final Watch watch;
    private final List<Known> changes = new ArrayList<>();
    private volatile LoadStep step = LoadStep.FULL;
    private long changed = Long.MIN_VALUE / 2;
    private long busy = Long.MIN_VALUE / 2;
    private long restored = Long.MIN_VALUE / 2;
    private long calmNanos = CALM_NANOS;

    Load(Watch watch) {
        this.watch = watch;
    }

    LoadStep step() {
        return step;
    }

    boolean atLeast(LoadStep least) {
        return step.compareTo(least) >= 0;
    }

    /** Sees how full the queue is, 0 to 1, and whether something was dropped just now. */
    void seen(double fill, boolean dropped, long nanos) {
        if (dropped || fill > LOW) busy = nanos;
        if (dropped || fill >= HIGH) worse(nanos);
        else if (step != LoadStep.FULL && nanos - Math.max(busy, changed) >= calmNanos)
            better(nanos);
    }

    private void worse(long nanos) {
        LoadStep[] all = LoadStep.values();
        if (step.ordinal() == all.length - 1 || nanos - changed < WORSE_NANOS) return;
        // What had to be given up again soon after it was restored waits longer the next time.
        if (nanos - restored < 2 * calmNanos)
            calmNanos = Math.min(2 * calmNanos, LONGEST_CALM_NANOS);
        change(all[step.ordinal() + 1], nanos);
    }

    private void better(long nanos) {
        restored = nanos;
        change(LoadStep.values()[step.ordinal() - 1], nanos);
        if (step == LoadStep.FULL) calmNanos = CALM_NANOS;
    }

    private void change(LoadStep to, long nanos) {
        LoadChange change = new LoadChange(step, to, watch.at(nanos));
        step = to;
        changed = nanos;
        synchronized (changes) {
            changes.add(new Known(change, nanos));
            if (changes.size() > MOST) changes.removeFirst();
        }
        Kind kind = change.worse() ? Kind.LOAD_REDUCED : Kind.LOAD_RESTORED;
        watch.alarm(kind, change.worse() ? to.name() : change.from().name());
    }

    /** Returns the state at the first of these times, where it was not full, and each change. */
    List<LoadChange> between(long fromNanos, long toNanos) {
        List<LoadChange> within = new ArrayList<>();
        synchronized (changes) {
            for (Known known : changes) {
                if (known.nanos <= fromNanos) {
                    within.clear();
                    if (known.change.to() != LoadStep.FULL) within.add(known.change);
                } else if (known.nanos <= toNanos) {
                    within.add(known.change);
                }
            }
        }
        return within;
    }
}
