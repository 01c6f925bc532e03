package packwitness.recording;

import packwitness.capture.BundledFont;
import packwitness.capture.Camera;
import packwitness.capture.PreviewFrame;
import packwitness.value.Failure;
import packwitness.value.TakeId;
import packwitness.value.Threads;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private static final String CAMERA_THREAD = "packwitness-camera";
    private static final long HUNG_MILLIS = 2000;

    private final Camera camera;
    private final Teller events;
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(ORDERS);
    private final Drops drops = new Drops();
    private final AtomicLong bytesWritten = new AtomicLong();
    private final CompletableFuture<CodecParameters> parameters = new CompletableFuture<>();
    private final List<CodecParameters> owned = new CopyOnWriteArrayList<>();
    private final Motion motion = new Motion();
    private final List<Tap> taps = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Intake intake;
    private final Watch watch;
    private final Load load;
    private final PreviewLook preview;
    private final ReaderStage reader;
    private final Lane lane;
    private final Stage stage;
    private final Optional<Eyes> eyes;
    private final BlockingQueue<Passage> passages = new ArrayBlockingQueue<>(PASSAGES);
    private final List<Thread> threads = new ArrayList<>();
    private final Thread watchThread;
    private volatile Optional<Splitter> splitter = Optional.empty();

    private Recorder(
            Camera camera,
            RecorderSettings settings,
            RecorderEvents listener,
            Clock clock,
            FrameEncoder.Opener opener) {
        this.camera = camera;
        events = new Teller(listener);
        WallTime time = new WallTime(clock);
        double rate = camera.facts().framesPerSecond();
        int room = Math.max(LEAST_INTAKE, (int) Math.round(rate));
        // Uncompressed pictures are thousands of times larger; a third of a second must do.
        if (camera.facts().codec().equals("rawvideo")) room = Math.max(LEAST_INTAKE, room / 3);
        else if (recorded(camera)) room *= PLAYED_SECONDS;
        intake = new Intake(room, camera.patient(), camera.interCoded(), drops);
        watch = new Watch(events, time, new ClockCheck(clock), !camera.patient());
        load = new Load(watch);
        preview = new PreviewLook(load);
        reader = new ReaderStage(camera, intake, watch, load);
        Spans spans = new Spans();
        taps.add(new Tap("packwitness-preview", preview::intervalNanos, preview));
        if (settings.readLabels())
            taps.add(
                    new Tap(
                            "packwitness-labels",
                            () -> LabelLook.intervalNanos(load),
                            new LabelLook(spans, events)));
        Lane.Joints joints =
                new Lane.Joints(
                        camera, intake, orders, passages, drops, watch, time, spans, load, taps);
        lane = new Lane(joints, parameters);
        StillnessCheck stillness = new StillnessCheck(watch, motion);
        Optional<CodecParameters> copied =
                settings.burnIn() ? Optional.empty() : CodecParameters.of(camera);
        if (copied.isPresent()) {
            owned.add(copied.get());
            Eyes opened =
                    new Eyes(
                            joints,
                            stillness,
                            settings.watchPictures() || settings.readLabels(),
                            () -> watched(settings));
            eyes = Optional.of(opened);
            stage = new CopyStage(lane, settings, copied.get(), owned, opened);
        } else {
            // Loading the font takes longer than a camera's pictures can wait.
            BundledFont.regular(1);
            eyes = Optional.empty();
            stage = new VideoStage(lane, settings, opener, stillness, owned);
        }
        watchThread = Thread.ofPlatform().name("packwitness-watch").daemon().start(watch);
    }

    /** A busy computer looks at key frames alone. */
    private boolean watched(RecorderSettings settings) {
        if (load.atLeast(LoadStep.LABELS)) return false;
        return settings.readLabels() || preview.watched();
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
        return arm(camera, settings, events, clock, Disk.real(), Encoder::open);
    }

    static Recorder arm(
            Camera camera, RecorderSettings settings, RecorderEvents events, Clock clock, Disk disk)
            throws Failure {
        return arm(camera, settings, events, clock, disk, Encoder::open);
    }

    static Recorder arm(
            Camera camera,
            RecorderSettings settings,
            RecorderEvents events,
            Clock clock,
            Disk disk,
            FrameEncoder.Opener opener)
            throws Failure {
        Recorder recorder = new Recorder(camera, settings, events, clock, opener);
        try {
            recorder.start(settings, disk);
            return recorder;
        } catch (Failure | RuntimeException e) {
            recorder.close();
            throw e;
        }
    }

    private void start(RecorderSettings settings, Disk disk) throws Failure {
        startThread("packwitness-video", stage);
        // A camera that hangs in its driver for good must not keep the program alive.
        threads.add(Thread.ofPlatform().name(CAMERA_THREAD).daemon().start(reader));
        firstFrame();
        Splitter started =
                new Splitter(
                        passages,
                        new TakeWriter.Ground(
                                disk,
                                camera.facts().framesPerSecond(),
                                camera.patient(),
                                events,
                                bytesWritten,
                                load,
                                stage::environment,
                                watch),
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

    private void firstFrame() throws Failure {
        Failure silent = new Failure(RecordingProblem.NO_FRAMES, camera.facts().uri());
        try {
            parameters.get(FIRST_FRAME_SECONDS, TimeUnit.SECONDS);
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
        if (gone()) {
            refuse(file);
            return;
        }
        watch.recording();
        orders.add(new Order.Begin(file, caption, atNanos));
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
        lane.remark(text);
    }

    /** Returns the newest preview picture; asking keeps them coming fifteen times a second. */
    public Optional<PreviewFrame> latest() {
        return preview.latest();
    }

    /** Returns how the recorder fares now. */
    public RecorderStatus status() {
        Splitter.View view =
                splitter.map(Splitter::view)
                        .orElse(new Splitter.View(Optional.<TakeId>empty(), -1, 0, Duration.ZERO));
        return new RecorderStatus(
                view.running(),
                drops.receivedCount(),
                drops.droppedCount(),
                view.newest(),
                view.newestNanos(),
                view.preRoll(),
                stage.environment().encoder(),
                bytesWritten.get(),
                watch.cameraThere(),
                watch.ended());
    }

    /** Returns how the pictures are coded, for the environment row of takes begun now. */
    public EncoderFacts environment() {
        return stage.environment();
    }

    /** Returns since when nothing has moved in the picture, noise and slow light left aside. */
    public Duration stillFor() {
        return motion.stillFor();
    }

    /** Takes the picture of now for the empty table. */
    public void learnEmptyTable() {
        motion.learnEmpty();
    }

    /** Returns since when the picture has looked like the empty table; zero where none is known. */
    public Duration emptyFor() {
        return motion.emptyFor();
    }

    /** Returns what is given up now for a computer that cannot follow. */
    public LoadStep load() {
        return load.step();
    }

    /**
     * Ends the running take, waits until every file is sealed, and frees everything. A camera that
     * hangs in its driver is left behind after two seconds; nothing is told afterwards.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        watch.rest();
        reader.close();
        // Closed first, so that the end of the camera is not taken for the end of its source.
        intake.close();
        Thread closing =
                Thread.ofPlatform().name("packwitness-camera-close").daemon().start(camera::close);
        // Where arming failed nobody takes the last passages.
        if (splitter.isEmpty()) startThread("packwitness-drain", this::drain);
        for (Thread thread : threads)
            if (!thread.getName().equals(CAMERA_THREAD)) Threads.join(thread);
        for (Thread thread : threads)
            if (thread.getName().equals(CAMERA_THREAD)) Threads.join(thread, HUNG_MILLIS);
        Threads.join(closing, HUNG_MILLIS);
        for (Order order : orders) if (order instanceof Order.Begin begin) refuse(begin.file());
        eyes.ifPresent(Eyes::close);
        taps.forEach(Tap::close);
        watch.close();
        Threads.join(watchThread);
        events.quiet();
        owned.forEach(CodecParameters::close);
    }

    private void drain() {
        try {
            while (!(passages.take() instanceof Passage.Done)) Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
