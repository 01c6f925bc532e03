package packwitness.recording;

import packwitness.recording.RecorderAlarm.Kind;

import java.util.concurrent.TimeUnit;

/**
 * Notices shots that give no picture or a damaged one, and a camera that has become slow. Used by
 * the video stage alone.
 */
final class PictureCheck {
    private static final long SAY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long NONE_NANOS = TimeUnit.MILLISECONDS.toNanos(1700);
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LEARNED_WINDOWS = 3;
    private static final double LOW = 0.6;

    private final Watch watch;
    private final boolean live;
    private long damaged;
    private long saidNanos;
    private boolean said;
    private long lastPictureNanos;
    private boolean any;
    private boolean none;
    private long windowNanos;
    private int inWindow;
    private int windows;
    private double usual;
    private boolean lowBefore;
    private boolean low;

    PictureCheck(Watch watch, boolean live) {
        this.watch = watch;
        this.live = live;
    }

    /** Is told of a shot that was put into the decoder, which has damaged so many by now. */
    void shot(long arrivalNanos, long damagedByNow) {
        boolean more = damagedByNow > damaged;
        damaged = damagedByNow;
        if (more && (!said || arrivalNanos - saidNanos >= SAY_AGAIN_NANOS)) {
            said = true;
            saidNanos = arrivalNanos;
            watch.alarm(Kind.PICTURES_BROKEN, damaged + " so far");
        }
        boolean noneNow = live && any && arrivalNanos - lastPictureNanos >= NONE_NANOS;
        if (noneNow && !none) watch.alarm(Kind.FRAMES_STOPPED, "shots without pictures");
        none = noneNow;
    }

    void picture(long arrivalNanos) {
        if (none) watch.alarm(Kind.FRAMES_MOVING, "");
        none = false;
        any = true;
        lastPictureNanos = arrivalNanos;
        if (live) rate(arrivalNanos);
    }

    private void rate(long arrivalNanos) {
        if (inWindow == 0 && windows == 0) windowNanos = arrivalNanos;
        inWindow++;
        long length = arrivalNanos - windowNanos;
        if (length < WINDOW_NANOS) return;
        double rate = inWindow * 1e9 / length;
        windowNanos = arrivalNanos;
        inWindow = 0;
        windows++;
        if (windows <= LEARNED_WINDOWS) {
            usual = Math.max(usual, rate);
            return;
        }
        boolean lowNow = rate < usual * LOW;
        if (lowNow && lowBefore && !low) {
            low = true;
            watch.alarm(Kind.RATE_LOW, Math.round(rate) + " of " + Math.round(usual) + "/s");
        } else if (!lowNow && !lowBefore && low) {
            low = false;
            watch.alarm(Kind.RATE_USUAL, "");
        }
        lowBefore = lowNow;
    }
}
