package packwitness.recording;

import packwitness.capture.Camera;
import packwitness.capture.PacketShot;
import packwitness.capture.Picture;
import packwitness.capture.ShotDecoder;
import packwitness.value.Failure;
import packwitness.value.Threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A thread that decodes what is copied, for those who only look: all of it while somebody watches
 * or reads codes, else its key frames. It falls behind freely and never slows the copying.
 */
final class Eyes implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Eyes.class.getName());
    private static final int ROOM = 64;
    private static final long SUSPICION_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int TINY_PART = 400;

    private record Sight(PacketShot shot, Instant at) {}

    private record Stamp(long number, Instant at) {}

    private final Camera camera;
    private final Lane.Joints joints;
    private final StillnessCheck stillness;
    private final BooleanSupplier everything;
    private final boolean open;
    private final boolean waits;
    private final int tiny;
    private final BlockingQueue<Sight> sights = new ArrayBlockingQueue<>(ROOM);
    private final ArrayDeque<Stamp> stamps = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean closed;
    private boolean whole;
    private long tinySince = Long.MIN_VALUE;

    /** {@code open} is false where nobody shall ever look; then nothing is decoded at all. */
    Eyes(Lane.Joints joints, StillnessCheck stillness, boolean open, BooleanSupplier everything) {
        camera = joints.camera();
        this.joints = joints;
        this.stillness = stillness;
        this.open = open;
        this.everything = everything;
        waits = camera.patient();
        tiny = Math.max(64, camera.facts().width() * camera.facts().height() / 8 / TINY_PART);
        thread = Thread.ofPlatform().name("packwitness-eyes").daemon().unstarted(this::run);
        if (open) thread.start();
    }

    /** Offers a packet, which stays the caller's; copy stage only. */
    void offer(PacketShot shot, Instant at) {
        if (!open || closed) return;
        boolean suspicious = suspicious(shot);
        boolean all = everything.getAsBoolean() || suspicious;
        // Only a key frame can be decoded behind a hole.
        if (!shot.key() && !(all && whole)) {
            whole = false;
            return;
        }
        Sight sight = new Sight(shot.again(), at);
        whole = sights.offer(sight) || waits && wait(sight);
        if (!whole) sight.shot.close();
    }

    private boolean wait(Sight sight) {
        try {
            return sights.offer(sight, 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Packets that hold next to nothing come from a picture that stands still. */
    private boolean suspicious(PacketShot shot) {
        if (shot.key()) return false;
        if (shot.packet().size() > tiny) tinySince = Long.MIN_VALUE;
        else if (tinySince == Long.MIN_VALUE) tinySince = shot.arrivalNanos();
        return tinySince != Long.MIN_VALUE && shot.arrivalNanos() - tinySince >= SUSPICION_NANOS;
    }

    private void run() {
        try (ShotDecoder decoder = camera.decoder()) {
            while (!closed) {
                Sight sight = sights.poll(200, TimeUnit.MILLISECONDS);
                if (sight != null) see(decoder, sight);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Failure | RuntimeException e) {
            LOG.log(Level.ERROR, "looking at copied pictures failed", e);
        } finally {
            empty();
        }
    }

    private void see(ShotDecoder decoder, Sight sight) throws Failure {
        try (PacketShot shot = sight.shot) {
            stamps.add(new Stamp(shot.number(), sight.at));
            decoder.put(shot);
        }
        Optional<Picture> picture = decoder.take();
        while (picture.isPresent()) {
            look(picture.get());
            picture = decoder.take();
        }
    }

    private void look(Picture picture) {
        stillness.see(picture.frame(), picture.arrivalNanos());
        Instant at = joints.time().at(picture.arrivalNanos());
        while (!stamps.isEmpty() && stamps.peek().number < picture.number()) stamps.remove();
        Stamp stamp = stamps.peek();
        if (stamp != null && stamp.number == picture.number()) at = stamp.at;
        for (Tap tap : joints.taps())
            tap.offer(picture.frame(), picture.number(), picture.arrivalNanos(), at);
    }

    private void empty() {
        closed = true;
        Sight sight = sights.poll();
        while (sight != null) {
            sight.shot.close();
            sight = sights.poll();
        }
    }

    @Override
    public void close() {
        closed = true;
        Threads.join(thread);
        empty();
    }
}
