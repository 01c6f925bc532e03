package packwitness.bench.faults;

import packwitness.capture.Camera;
import packwitness.capture.CameraFacts;
import packwitness.capture.CaptureProblem;
import packwitness.capture.Picture;
import packwitness.capture.Shot;
import packwitness.capture.ShotDecoder;
import packwitness.value.Failure;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A camera that misbehaves when told to; as safe as the one it stands before. */
final class BadCamera implements Camera {
    /** What it does from now on. */
    enum Mood {
        GOOD,
        /** A read waits for as long as this lasts, but ends when the camera is closed. */
        STALLS,
        /** A read waits for as long as this lasts, whatever happens, and so does closing. */
        HANGS,
        /** A read fails, and so does opening again. */
        GONE,
        /** A read fails once; opening again succeeds, after {@link #meanwhile}. */
        LOST_ONCE,
        /** Gives ten pictures a second. */
        SLOW,
        /** The reading code itself fails. */
        READ_BREAKS,
        /** The decoding code itself fails. */
        DECODER_BREAKS
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong given = new AtomicLong();
    private final Camera camera;
    private volatile Runnable meanwhile = () -> {};
    private volatile Mood mood = Mood.GOOD;
    private volatile long noticed = Long.MAX_VALUE;
    private volatile long noticedNanos;

    BadCamera(Camera camera) {
        this.camera = camera;
    }

    void mood(Mood next) {
        mood = next;
    }

    /** Does this between being lost and being opened again. */
    void meanwhile(Runnable change) {
        meanwhile = change;
    }

    /** Remembers when the picture of this number is given out. */
    void notice(long number) {
        noticed = number;
    }

    /** Waits until the picture that is to be noticed was given out, and returns when that was. */
    long awaitNoticed() throws InterruptedException {
        while (noticedNanos == 0) Thread.sleep(5);
        return noticedNanos;
    }

    @Override
    public CameraFacts facts() {
        return camera.facts();
    }

    @Override
    public Instant openedAt() {
        return camera.openedAt();
    }

    @Override
    public boolean patient() {
        return camera.patient();
    }

    @Override
    public boolean interCoded() {
        return camera.interCoded();
    }

    @Override
    public Optional<Shot> next() throws Failure {
        pause();
        if (mood == Mood.READ_BREAKS) throw new IllegalStateException("planted in the reader");
        if (mood == Mood.GONE || mood == Mood.LOST_ONCE)
            throw new Failure(CaptureProblem.CAMERA_LOST, facts().uri(), "planted");
        Optional<Shot> shot = camera.next();
        if (given.getAndIncrement() == noticed) noticedNanos = System.nanoTime();
        return shot;
    }

    private void pause() {
        try {
            while (mood == Mood.STALLS && !closed.await(5, TimeUnit.MILLISECONDS))
                Thread.onSpinWait();
            while (mood == Mood.HANGS) Thread.sleep(5);
            if (mood == Mood.SLOW) Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void reopen() throws Failure {
        if (mood == Mood.GONE)
            throw new Failure(CaptureProblem.CAMERA_LOST, facts().uri(), "planted");
        if (mood == Mood.LOST_ONCE) mood = Mood.GOOD;
        meanwhile.run();
        camera.reopen();
    }

    @Override
    public ShotDecoder decoder() throws Failure {
        ShotDecoder decoder = camera.decoder();
        return new ShotDecoder() {
            @Override
            public void put(Shot shot) throws Failure {
                if (mood == Mood.DECODER_BREAKS)
                    throw new IllegalStateException("planted in the decoder");
                decoder.put(shot);
            }

            @Override
            public long damaged() {
                return decoder.damaged();
            }

            @Override
            public void end() {
                decoder.end();
            }

            @Override
            public Optional<Picture> take() throws Failure {
                return decoder.take();
            }

            @Override
            public void close() {
                decoder.close();
            }
        };
    }

    @Override
    public void close() {
        closed.countDown();
        pause();
        camera.close();
    }
}
