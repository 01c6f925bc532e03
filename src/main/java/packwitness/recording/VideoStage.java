package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import packwitness.capture.Camera;
import packwitness.capture.Picture;
import packwitness.capture.Shot;
import packwitness.capture.ShotDecoder;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The thread that decodes, draws the text, and encodes; decoder and encoder are touched by it
 * alone. An order is tied to the first frame that arrived at its time or later, and a take begins
 * with a key frame made for it.
 */
final class VideoStage implements Runnable {
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long POLL_MILLIS = 50;

    /** What the stage is joined to. */
    record Joints(
            Camera camera,
            Intake intake,
            Queue<Order> orders,
            BlockingQueue<Passage> out,
            Drops drops,
            Watch watch,
            WallTime time,
            Spans spans,
            List<Tap> taps) {}

    private record Going(
            long number, long arrivalNanos, Instant at, long time, List<Order> orders) {}

    private final Joints joints;
    private final RecorderSettings settings;
    private final CompletableFuture<CodecParameters> ready;
    private final StillnessCheck stillness;
    private final PictureCheck check;
    private final ArrayDeque<Going> inEncoder = new ArrayDeque<>();
    private final long frameNanos;
    private @Nullable Encoder encoder;
    private @Nullable Overlay overlay;
    private volatile String remark = "";
    private volatile String encoderName = "";
    private String caption = "";
    private boolean keyWanted;
    private boolean any;
    private long epochNanos;
    private long lastTime;
    private long lastKeyNanos;
    private long lastInNanos;
    private long lastOutNumber = -1;
    private long lastOutNanos;

    VideoStage(Joints joints, RecorderSettings settings, CompletableFuture<CodecParameters> ready) {
        this.joints = joints;
        this.settings = settings;
        this.ready = ready;
        stillness = new StillnessCheck(joints.watch);
        check = new PictureCheck(joints.watch, !joints.camera.patient());
        frameNanos = Math.round(1e9 / joints.camera.facts().framesPerSecond());
    }

    void remark(String text) {
        remark = text;
    }

    String encoderName() {
        return encoderName;
    }

    @Override
    public void run() {
        Optional<Failure> trouble = Optional.empty();
        try {
            work();
        } catch (Failure e) {
            trouble = Optional.of(e);
        } catch (RuntimeException | Error e) {
            trouble = Optional.of(new Failure(RecordingProblem.RECORDER_FAILED, e, e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish(trouble);
        }
    }

    private void finish(Optional<Failure> trouble) {
        if (encoder != null) encoder.close();
        joints.intake.close();
        joints.intake.empty();
        trouble.ifPresent(why -> {
            ready.completeExceptionally(why);
            joints.watch.alarm(
                    RecorderAlarm.Kind.RECORDER_FAILED, String.valueOf(why.getMessage()));
        });
        if (!ready.isDone())
            ready.completeExceptionally(
                    new Failure(RecordingProblem.NO_FRAMES, joints.camera.facts().uri()));
        try {
            joints.out.put(new Passage.Done(trouble));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws Failure, InterruptedException {
        try (ShotDecoder decoder = joints.camera.decoder()) {
            boolean ended = false;
            while (true) {
                Optional<Shot> shot = joints.intake.poll(POLL_MILLIS);
                if (shot.isPresent()) {
                    try (Shot one = shot.get()) {
                        decoder.put(one);
                        pictures(decoder);
                        check.shot(one.arrivalNanos(), decoder.damaged());
                    }
                } else if (joints.intake.drained()) {
                    if (!ended) {
                        decoder.end();
                        pictures(decoder);
                        ended = true;
                        if (!joints.intake.closed()) joints.watch.sourceEnded();
                        if (!any) break;
                    }
                    if (joints.intake.closed()) break;
                    late(ended);
                    Thread.sleep(POLL_MILLIS);
                } else {
                    late(false);
                }
            }
            if (encoder != null) encoder.finish(this::out);
            late(true);
        }
    }

    private void pictures(ShotDecoder decoder) throws Failure, InterruptedException {
        Optional<Picture> picture = decoder.take();
        while (picture.isPresent()) {
            picture(picture.get());
            picture = decoder.take();
        }
    }

    private void picture(Picture picture) throws Failure {
        AVFrame frame = picture.frame();
        long arrival = picture.arrivalNanos();
        check.picture(arrival);
        stillness.see(frame, arrival);
        List<Order> due = due(arrival);
        due.forEach(order -> follow(order, picture.number()));
        Encoder open = encoder(frame, arrival);
        Instant at = joints.time.at(arrival);
        if (overlay != null)
            overlay.draw(frame, at, caption, (settings.station() + "  " + remark).strip());
        boolean key =
                keyWanted
                        || arrival - lastKeyNanos >= KEY_NANOS - frameNanos / 2
                        || arrival - lastInNanos >= 2 * KEY_NANOS;
        keyWanted = false;
        if (key) lastKeyNanos = arrival;
        lastInNanos = arrival;
        long time =
                Math.max(lastTime + 1, Math.round((arrival - epochNanos) * (Coded.TICKS / 1e9)));
        lastTime = time;
        inEncoder.add(new Going(picture.number(), arrival, at, time, due));
        open.put(frame, time, key, this::out);
        frame.pict_type(AV_PICTURE_TYPE_NONE);
        for (Tap tap : joints.taps) tap.offer(frame, picture.number(), arrival, at);
    }

    private List<Order> due(long arrival) {
        List<Order> due = new ArrayList<>();
        Order next = joints.orders.peek();
        while (next != null && arrival - next.atNanos() >= 0) {
            due.add(joints.orders.remove());
            next = joints.orders.peek();
        }
        return due;
    }

    private void follow(Order order, long number) {
        switch (order) {
            case Order.Begin begin -> {
                joints.time.renew();
                caption = begin.caption();
                keyWanted = true;
                joints.spans.from(number, Optional.of(begin.file().take()));
            }
            case Order.End end -> {
                caption = "";
                joints.spans.from(number, Optional.<TakeId>empty());
            }
        }
    }

    private Encoder encoder(AVFrame frame, long arrival) throws Failure {
        Encoder open = encoder;
        if (open != null) return open;
        open = Encoder.open(settings.encoder(), frame, joints.camera.facts().framesPerSecond());
        encoder = open;
        encoderName = open.name();
        overlay = new Overlay(frame.width(), frame.height(), settings.zone());
        epochNanos = arrival;
        lastTime = -1;
        lastKeyNanos = arrival - KEY_NANOS;
        lastInNanos = arrival;
        return open;
    }

    private void out(Encoder.Packet packet, int key) {
        Going going = inEncoder.poll();
        while (going != null && going.time < packet.time()) {
            // The encoder gave nothing out for this one; what was ordered with it comes next.
            joints.drops.drop(going.number, Gap.Cause.ENCODER);
            Going next = inEncoder.poll();
            if (next != null) next.orders.addAll(0, going.orders);
            going = next;
        }
        if (going == null) return;
        Mark mark = new Mark(going.number, going.arrivalNanos, going.at, gapBefore(going));
        lastOutNumber = going.number;
        lastOutNanos = going.arrivalNanos;
        pass(new Coded(mark, packet.bytes(), key != 0, packet.time(), going.orders));
        if (!any && encoder != null) ready.complete(encoder.parameters());
        any = true;
    }

    private Optional<Gap> gapBefore(Going going) {
        if (lastOutNumber < 0) return Optional.empty();
        long first = lastOutNumber + 1;
        long last = going.number - 1;
        Duration length = Duration.ofNanos(going.arrivalNanos - lastOutNanos);
        if (last >= first)
            return Optional.of(new Gap(first, last, length, joints.drops.settle(first, last)));
        boolean silent = length.toNanos() > Math.max(SILENCE_NANOS, 5 * frameNanos);
        return silent
                ? Optional.of(new Gap(first, last, length, Gap.Cause.SILENCE))
                : Optional.empty();
    }

    /** Carries out orders that no frame comes for. */
    private void late(boolean ended) {
        long now = System.nanoTime();
        List<Order> due = new ArrayList<>();
        Order next = joints.orders.peek();
        while (next != null && (ended || now - next.atNanos() >= LATE_NANOS)) {
            due.add(joints.orders.remove());
            next = joints.orders.peek();
        }
        if (due.isEmpty() || encoder == null) return;
        due.forEach(order -> follow(order, lastOutNumber + 1));
        pass(new Passage.Orders(due));
    }

    private void pass(Passage passage) {
        try {
            joints.out.put(passage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
