package packwitness.recording;

import packwitness.capture.BundledFont;
import packwitness.capture.Camera;
import packwitness.capture.PreviewFrame;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An armed station's recorder; any thread may call it, and no call but close waits for the disk.
 * Reader, video stage, splitter and one writer a take are threads of their own joined by bounded
 * queues; preview, label reading and watch stand beside them.
 */
public final class Recorder implements AutoCloseable {
    private static final int ORDERS = 10_000;
    private static final int PASSAGES = 64;
    private static final int LEAST_INTAKE = 8;
    private static final int PLAYED_SECONDS = 10;
    private static final long FIRST_FRAME_SECONDS = 10;

    private final Camera camera;
    private final RecorderEvents events;
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(ORDERS);
    private final Drops drops = new Drops();
    private final AtomicLong bytesWritten = new AtomicLong();
    private final CompletableFuture<CodecParameters> parameters = new CompletableFuture<>();
    private final PreviewLook preview = new PreviewLook();
    private final List<Tap> taps = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Intake intake;
    private final Watch watch;
    private final ReaderStage reader;
    private final VideoStage video;
    private final BlockingQueue<Passage> passages = new ArrayBlockingQueue<>(PASSAGES);
    private final List<Thread> threads = new ArrayList<>();
    private final Thread watchThread;
    private volatile Optional<Splitter> splitter = Optional.empty();

    private Recorder(
            Camera camera, RecorderSettings settings, RecorderEvents listener, Clock clock) {
        this.camera = camera;
        events = new Teller(listener);
        // Loading the font takes longer than a camera's pictures can wait.
        BundledFont.regular(1);
        WallTime time = new WallTime(clock);
        double rate = camera.facts().framesPerSecond();
        int room = Math.max(LEAST_INTAKE, (int) Math.round(rate));
        // Uncompressed pictures are thousands of times larger; a third of a second must do.
        if (camera.facts().codec().equals("rawvideo")) room = Math.max(LEAST_INTAKE, room / 3);
        else if (recorded(camera)) room *= PLAYED_SECONDS;
        intake = new Intake(room, camera.patient(), camera.interCoded(), drops);
        watch = new Watch(events, time, !camera.patient());
        reader = new ReaderStage(camera, intake, watch);
        Spans spans = new Spans();
        taps.add(new Tap("packwitness-preview", preview::intervalNanos, preview));
        if (settings.readLabels())
            taps.add(
                    new Tap(
                            "packwitness-labels",
                            () -> LabelLook.INTERVAL_NANOS,
                            new LabelLook(spans, events)));
        video =
                new VideoStage(
                        new VideoStage.Joints(
                                camera, intake, orders, passages, drops, watch, time, spans, taps),
                        settings,
                        parameters);
        watchThread = Thread.ofPlatform().name("packwitness-watch").daemon().start(watch);
    }

    /** The scene is painted when it is decoded, and a file's packets are small: both may wait. */
    private static boolean recorded(Camera camera) {
        return camera.facts().codec().equals("scene") || camera.facts().uri().startsWith("file:");
    }

    /**
     * Arms the camera and returns once the first frame is in the ring. The camera is the recorder's
     * from here on and is closed with it, also where arming fails.
     */
    public static Recorder arm(
            Camera camera, RecorderSettings settings, RecorderEvents events, Clock clock)
            throws Failure {
        return arm(camera, settings, events, clock, Disk.real());
    }

    static Recorder arm(
            Camera camera, RecorderSettings settings, RecorderEvents events, Clock clock, Disk disk)
            throws Failure {
        Recorder recorder = new Recorder(camera, settings, events, clock);
        try {
            recorder.start(settings, disk);
            return recorder;
        } catch (Failure | RuntimeException e) {
            recorder.close();
            throw e;
        }
    }

    private void start(RecorderSettings settings, Disk disk) throws Failure {
        startThread("packwitness-video", video);
        startThread("packwitness-camera", reader);
        CodecParameters coded = firstFrame();
        Splitter started =
                new Splitter(
                        passages,
                        new TakeWriter.Ground(
                                disk,
                                coded,
                                camera.facts().framesPerSecond(),
                                camera.patient(),
                                events,
                                bytesWritten),
                        watch,
                        settings.preRoll());
        splitter = Optional.of(started);
        startThread("packwitness-splitter", started);
        // The first frame waits in the queue; it is in the ring when the splitter has seen it.
        while (started.view().newest() < 0 && threads.getLast().isAlive()) Thread.onSpinWait();
    }

    private void startThread(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).start(work));
    }

    private CodecParameters firstFrame() throws Failure {
        Failure silent = new Failure(RecordingProblem.NO_FRAMES, camera.facts().uri());
        try {
            return parameters.get(FIRST_FRAME_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) throw failure;
            throw silent;
        } catch (TimeoutException e) {
            throw silent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent;
        }
    }

    /**
     * Begins a take at the first frame that arrived at {@code atNanos} or later, by {@link
     * System#nanoTime()}; a running take ends with the frame before. The row of the take must be
     * durable before this call. The caption is shown in the picture.
     */
    public void begin(TakeFile file, String caption, long atNanos) {
        if (gone()) refuse(file);
        else orders.add(new Order.Begin(file, caption, atNanos));
    }

    /** Ends the running take with the last frame that arrived before {@code atNanos}. */
    public void end(long atNanos) {
        if (!gone()) orders.add(new Order.End(atNanos));
    }

    private boolean gone() {
        return closed.get() || !threads.getFirst().isAlive();
    }

    private void refuse(TakeFile file) {
        events.damaged(
                file.take(),
                new Failure(RecordingProblem.RECORDER_FAILED, "not recording"),
                Optional.empty());
    }

    /** Shows a further text in the picture, such as the code of the newest checkpoint. */
    public void remark(String text) {
        video.remark(text);
    }

    /** Returns the newest preview picture; asking keeps them coming fifteen times a second. */
    public Optional<PreviewFrame> latest() {
        return preview.latest();
    }

    /** Returns how the recorder fares now. */
    public RecorderStatus status() {
        Splitter.View view =
                splitter.map(Splitter::view)
                        .orElse(
                                new Splitter.View(
                                        Optional.<TakeId>empty(), -1, 0, java.time.Duration.ZERO));
        return new RecorderStatus(
                view.running(),
                drops.receivedCount(),
                drops.droppedCount(),
                view.newest(),
                view.newestNanos(),
                view.preRoll(),
                video.encoderName(),
                bytesWritten.get(),
                watch.cameraThere(),
                watch.ended());
    }

    /** Ends the running take, waits until every file is sealed, and frees everything. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        watch.rest();
        reader.close();
        // Closed first, so that the end of the camera is not taken for the end of its source.
        intake.close();
        camera.close();
        // Where arming failed nobody takes the last passages.
        if (splitter.isEmpty()) startThread("packwitness-drain", this::drain);
        threads.forEach(Recorder::join);
        for (Order order : orders) if (order instanceof Order.Begin begin) refuse(begin.file());
        taps.forEach(Tap::close);
        watch.close();
        join(watchThread);
        camera.close();
        if (parameters.isDone() && !parameters.isCompletedExceptionally())
            parameters.join().close();
    }

    private void drain() {
        try {
            while (!(passages.take() instanceof Passage.Done)) Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
