package packwitness.recording;

import packwitness.recording.RecorderAlarm.Kind;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that tells alarms and notices what does not happen: no frames, no bytes on the disk, a
 * clock that was set. Stages hand it what they have to say, so that no listener ever holds up a
 * stage.
 */
final class Watch implements Runnable {
    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final long LOOK_MILLIS = 200;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
    private static final long STOPPED_NANOS = TimeUnit.MILLISECONDS.toNanos(1700);
    private static final long NO_BYTES_NANOS = TimeUnit.MILLISECONDS.toNanos(2600);
    private static final long IDLE = Long.MAX_VALUE;
    private static final int ROOM = 1000;

    private final RecorderEvents events;
    private final WallTime time;
    private final ClockCheck clock;
    private final boolean live;
    private final BlockingQueue<Runnable> words = new ArrayBlockingQueue<>(ROOM);
    private volatile long lastShot = System.nanoTime();
    private volatile long lastBytes = IDLE;
    private volatile boolean cameraThere = true;
    private volatile boolean ended;
    private volatile boolean resting;
    private volatile boolean closing;
    private boolean stopped;
    private boolean noBytes;
    private long lastDropAlarm = Long.MIN_VALUE / 2;

    Watch(RecorderEvents events, WallTime time, ClockCheck clock, boolean live) {
        this.events = events;
        this.time = time;
        this.clock = clock;
        this.live = live;
    }

    /** Tells that a shot has come; camera thread. */
    void shot() {
        lastShot = System.nanoTime();
    }

    /** Tells that a take was ordered, whose bytes must come; any thread. */
    void recording() {
        lastBytes = System.nanoTime();
    }

    /** Tells that bytes of a take have reached the disk; a writer thread. */
    void onDisk() {
        if (lastBytes != IDLE) lastBytes = System.nanoTime();
    }

    /** Tells that no take runs, so that no bytes need to come; any thread. */
    void idle() {
        lastBytes = IDLE;
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

    Instant at(long nanos) {
        return time.at(nanos);
    }

    /** Lets the times of a new take go by the clock of now. */
    void renewTime() {
        time.renew();
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
            long looked = System.nanoTime();
            while (!closing) {
                Runnable word = words.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (word != null) word.run();
                if (System.nanoTime() - looked < LOOK_NANOS) continue;
                looked = System.nanoTime();
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Runnable> left = new ArrayList<>();
        words.drainTo(left);
        left.forEach(Runnable::run);
    }

    private void look() {
        if (resting) return;
        clock();
        bytes();
        if (!live || ended) return;
        boolean now = stopped();
        // A camera that is known to be lost has had its alarm.
        if (now != stopped && cameraThere)
            alarm(now ? Kind.FRAMES_STOPPED : Kind.FRAMES_MOVING, "");
        stopped = now;
    }

    private void clock() {
        Optional<Duration> set = clock.look();
        if (set.isEmpty()) return;
        time.renew();
        alarm(Kind.CLOCK_JUMPED, set.get().toString());
    }

    private void bytes() {
        long last = lastBytes;
        // Of a source at its end nothing more can come.
        boolean none = last != IDLE && !ended && System.nanoTime() - last > NO_BYTES_NANOS;
        if (none == noBytes) return;
        noBytes = none;
        alarm(none ? Kind.NO_BYTES : Kind.BYTES_AGAIN, "");
    }

    /** Notices nothing any more, for the camera is being closed on purpose. */
    void rest() {
        resting = true;
    }

    void close() {
        closing = true;
    }
}
