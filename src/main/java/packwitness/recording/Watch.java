package packwitness.recording;

import packwitness.recording.RecorderAlarm.Kind;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that tells alarms and notices what does not happen: no frames, a clock that was set.
 * Stages hand it what they have to say, so that no listener ever holds up a stage.
 */
final class Watch implements Runnable {
    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final long LOOK_MILLIS = 200;
    private static final long STOPPED_NANOS = TimeUnit.MILLISECONDS.toNanos(1800);
    private static final Duration JUMP = Duration.ofSeconds(2);
    private static final int ROOM = 1000;

    private final RecorderEvents events;
    private final WallTime time;
    private final boolean live;
    private final BlockingQueue<Runnable> words = new ArrayBlockingQueue<>(ROOM);
    private volatile long lastShot = System.nanoTime();
    private volatile boolean cameraThere = true;
    private volatile boolean ended;
    private volatile boolean resting;
    private volatile boolean closing;
    private boolean stopped;
    private long lastDropAlarm = Long.MIN_VALUE / 2;

    Watch(RecorderEvents events, WallTime time, boolean live) {
        this.events = events;
        this.time = time;
        this.live = live;
    }

    /** Tells that a shot has come; camera thread. */
    void shot() {
        lastShot = System.nanoTime();
    }

    void cameraLost(String detail) {
        cameraThere = false;
        alarm(Kind.CAMERA_LOST, detail);
    }

    void cameraBack() {
        cameraThere = true;
        lastShot = System.nanoTime();
        alarm(Kind.CAMERA_BACK, "");
    }

    void sourceEnded() {
        ended = true;
        alarm(Kind.SOURCE_ENDED, "");
    }

    boolean cameraThere() {
        return cameraThere && !stopped();
    }

    boolean ended() {
        return ended;
    }

    private boolean stopped() {
        return live && !ended && !resting && System.nanoTime() - lastShot > STOPPED_NANOS;
    }

    /** Says once in ten seconds that frames are being dropped; camera thread. */
    void dropped() {
        long now = System.nanoTime();
        if (now - lastDropAlarm < TimeUnit.SECONDS.toNanos(10)) return;
        lastDropAlarm = now;
        alarm(Kind.FRAMES_DROPPED, "");
    }

    void alarm(Kind kind, String detail) {
        RecorderAlarm alarm = new RecorderAlarm(kind, time.at(System.nanoTime()), detail);
        say(() -> events.alarm(alarm));
    }

    /** Has the words said on this thread. */
    void say(Runnable word) {
        if (!words.offer(word)) LOG.log(Level.ERROR, "too many alarms, one is left out");
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                Runnable word = words.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (word != null) word.run();
                else look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Runnable> left = new ArrayList<>();
        words.drainTo(left);
        left.forEach(Runnable::run);
    }

    private void look() {
        if (!live || ended || resting) return;
        boolean now = stopped();
        // A camera that is known to be lost has had its alarm.
        if (now != stopped && cameraThere)
            alarm(now ? Kind.FRAMES_STOPPED : Kind.FRAMES_MOVING, "");
        stopped = now;
        Duration drift = time.drift();
        if (drift.abs().compareTo(JUMP) > 0) {
            time.renew();
            alarm(Kind.CLOCK_JUMPED, drift.toString());
        }
    }

    /** Notices nothing any more, for the camera is being closed on purpose. */
    void rest() {
        resting = true;
    }

    void close() {
        closing = true;
    }
}
