package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import packwitness.value.Failure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The built-in camera that looks at {@link DemoScene}; one thread reads it, what it shows may be
 * set by any thread. Options: {@code fps}, {@code size}, {@code frames=counter|none}, {@code
 * pace=real|fast}, {@code waybill}, {@code count} (ends after that many frames), {@code
 * view=table|label} (the whole table, or the label from near).
 */
public final class DemoCamera implements Camera {
    private static final Set<String> OPTIONS =
            Set.of("fps", "size", "frames", "pace", "waybill", "count", "view");

    private final CameraFacts facts;
    private final Instant openedAt;
    private final boolean fast;
    private final long count;
    private final DemoScene scene;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closed = lock.newCondition();
    private volatile long startNanos = System.nanoTime();
    private volatile Optional<DemoCamera> first = Optional.empty();
    private volatile boolean closing;
    private long number;

    private DemoCamera(
            CameraFacts facts, Instant openedAt, boolean fast, long count, DemoScene scene) {
        this.facts = facts;
        this.openedAt = openedAt;
        this.fast = fast;
        this.count = count;
        this.scene = scene;
    }

    static DemoCamera open(CameraUri uri, Instant now) throws Failure {
        uri.only(OPTIONS);
        Natives.ready();
        int[] size = uri.size(1280, 720);
        double fps = uri.number("fps", 30, 1, 120);
        String frames = uri.option("frames").orElse("counter");
        if (!frames.equals("counter") && !frames.equals("none"))
            throw new Failure(CaptureProblem.OPTION_UNKNOWN, uri.open(), "frames=" + frames);
        long count = (long) uri.number("count", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        String waybill = uri.option("waybill").orElse("PW0000000000001");
        DemoScene scene =
                new DemoScene(
                        size[0],
                        size[1],
                        view(uri),
                        frames.equals("counter"),
                        new DemoTable(fps, waybill));
        return new DemoCamera(
                new CameraFacts(uri.open(), "demo", "scene", size[0], size[1], fps),
                now,
                uri.fast(),
                count,
                scene);
    }

    private static DemoScene.View view(CameraUri uri) throws Failure {
        return switch (uri.option("view").orElse("table")) {
            case "table" -> DemoScene.View.TABLE;
            case "label" -> DemoScene.View.LABEL;
            default ->
                    throw new Failure(
                            CaptureProblem.OPTION_UNKNOWN,
                            uri.open(),
                            "view=" + uri.option("view").orElse(""));
        };
    }

    /** Looks at the table of another demo camera from the next frame on, at the same moments. */
    void standBeside(DemoCamera other) {
        scene.look(other.scene.table());
        // The arrivals of both are computed, so they must be counted from the same beginning.
        if (fast && other.fast) startNanos = other.startNanos;
        first = Optional.of(other);
    }

    /**
     * Puts a new parcel on the table from the next frame on; its label carries this waybill. A
     * camera that stands beside another one sees that one's parcels, and this does nothing.
     */
    public void nextParcel(String waybill) {
        if (first.isEmpty()) scene.nextParcel(waybill);
    }

    /** Returns which frame of the first camera was taken at the time of this shot. */
    private long moment(Shot shot) {
        Optional<DemoCamera> other = first;
        if (other.isEmpty()) return shot.number();
        double seconds = (shot.arrivalNanos() - other.get().startNanos) / 1e9;
        return Math.max(0, (long) (seconds * other.get().facts.framesPerSecond() + 0.5));
    }

    /** Returns the scene, whose label may be changed. */
    public DemoScene scene() {
        return scene;
    }

    @Override
    public CameraFacts facts() {
        return facts;
    }

    @Override
    public Instant openedAt() {
        return openedAt;
    }

    @Override
    public boolean patient() {
        return fast;
    }

    @Override
    public boolean interCoded() {
        return false;
    }

    @Override
    public Optional<Shot> next() {
        if (closing || number >= count) return Optional.empty();
        long due = startNanos + Math.round(number * 1e9 / facts.framesPerSecond());
        if (!fast) rest(due);
        if (closing) return Optional.empty();
        return Optional.of(new SceneShot(number++, fast ? due : System.nanoTime()));
    }

    private void rest(long until) {
        lock.lock();
        try {
            long left = until - System.nanoTime();
            while (left > 0 && !closing) left = closed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reopen() {}

    @Override
    public ShotDecoder decoder() {
        return new Painter();
    }

    @Override
    public void close() {
        closing = true;
        lock.lock();
        try {
            closed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static final class SceneShot extends Shot {
        SceneShot(long number, long arrivalNanos) {
            super(number, arrivalNanos, true);
        }

        @Override
        public void close() {
            // Nothing is held: the picture is painted when it is decoded.
        }
    }

    private final class Painter implements ShotDecoder {
        private final FramePool pool = new FramePool(facts.width(), facts.height());
        private final YuvCanvas canvas = scene.canvas();
        private final ArrayDeque<Shot> waiting = new ArrayDeque<>();

        @Override
        public void put(Shot shot) {
            waiting.add(shot);
        }

        @Override
        public void end() {}

        @Override
        public Optional<Picture> take() {
            Shot shot = waiting.poll();
            if (shot == null) return Optional.empty();
            scene.paint(shot.number(), moment(shot), canvas);
            AVFrame frame = pool.free();
            copy(canvas.y, frame, 0, canvas.width, canvas.height);
            copy(canvas.u, frame, 1, canvas.width / 2, canvas.height / 2);
            copy(canvas.v, frame, 2, canvas.width / 2, canvas.height / 2);
            frame.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_SMPTE170M);
            return Optional.of(new Picture(shot.number(), shot.arrivalNanos(), frame));
        }

        private static void copy(byte[] from, AVFrame frame, int plane, int width, int height) {
            BytePointer to = frame.data(plane);
            int stride = frame.linesize(plane);
            if (stride == width) to.put(from, 0, width * height);
            else
                for (int y = 0; y < height; y++)
                    to.position((long) y * stride).put(from, y * width, width);
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
