package packwitness.recording;

import packwitness.capture.Camera;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What both stages between camera and splitter share: which order falls to which frame, what is
 * missing before a frame, and the way on. Used by the stage's thread alone, but for the remark.
 */
final class Lane {
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** What a stage is joined to. */
    record Joints(
            Camera camera,
            Intake intake,
            Queue<Order> orders,
            BlockingQueue<Passage> out,
            Drops drops,
            Watch watch,
            WallTime time,
            Spans spans,
            Load load,
            List<Tap> taps) {}

    final Joints joints;
    final CompletableFuture<CodecParameters> ready;
    private final long frameNanos;
    private volatile String remark = "";
    private String caption = "";
    private long lastNumber = -1;
    private long lastNanos;

    Lane(Joints joints, CompletableFuture<CodecParameters> ready) {
        this.joints = joints;
        this.ready = ready;
        frameNanos = Math.round(1e9 / joints.camera.facts().framesPerSecond());
    }

    void remark(String text) {
        remark = text;
    }

    String remark() {
        return remark;
    }

    String caption() {
        return caption;
    }

    long frameNanos() {
        return frameNanos;
    }

    /** Takes the orders that this frame is the first one for. */
    List<Order> due(long number, long arrivalNanos) {
        List<Order> due = new ArrayList<>();
        Order next = joints.orders.peek();
        while (next != null && arrivalNanos - next.atNanos() >= 0) {
            due.add(joints.orders.remove());
            next = joints.orders.peek();
        }
        due.forEach(order -> follow(order, number));
        return due;
    }

    private void follow(Order order, long number) {
        switch (order) {
            case Order.Begin begin -> {
                joints.watch.renewTime();
                caption = begin.caption();
                joints.spans.from(number, Optional.of(begin.file().take()));
            }
            case Order.End end -> {
                caption = "";
                joints.spans.from(number, Optional.<TakeId>empty());
            }
        }
    }

    /** Carries out orders that no frame comes for. */
    void late(boolean ended) {
        long now = System.nanoTime();
        List<Order> due = new ArrayList<>();
        Order next = joints.orders.peek();
        while (next != null && (ended || now - next.atNanos() >= LATE_NANOS)) {
            due.add(joints.orders.remove());
            next = joints.orders.peek();
        }
        if (due.isEmpty() || lastNumber < 0) return;
        due.forEach(order -> follow(order, lastNumber + 1));
        pass(new Passage.Orders(due));
    }

    /** Returns what is missing between the frame passed last and this one, which is passed now. */
    Optional<Gap> gapBefore(long number, long arrivalNanos) {
        Optional<Gap> gap = lastNumber < 0 ? Optional.empty() : gap(number, arrivalNanos);
        lastNumber = number;
        lastNanos = arrivalNanos;
        return gap;
    }

    private Optional<Gap> gap(long number, long arrivalNanos) {
        long first = lastNumber + 1;
        long last = number - 1;
        Duration length = Duration.ofNanos(arrivalNanos - lastNanos);
        if (last >= first)
            return Optional.of(new Gap(first, last, length, joints.drops.settle(first, last)));
        boolean silent = length.toNanos() > Math.max(SILENCE_NANOS, 5 * frameNanos);
        return silent
                ? Optional.of(new Gap(first, last, length, Gap.Cause.SILENCE))
                : Optional.empty();
    }

    void pass(Passage passage) {
        try {
            joints.out().put(passage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the lane; nothing passes afterwards. */
    void finish(Optional<Failure> trouble) {
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
            joints.out().put(new Passage.Done(trouble));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the work of a stage and ends the lane with whatever trouble it brought. */
    void run(Work work, Runnable free) {
        Optional<Failure> trouble = Optional.empty();
        try {
            work.run();
        } catch (Failure e) {
            trouble = Optional.of(e);
        } catch (RuntimeException | Error e) {
            trouble = Optional.of(new Failure(RecordingProblem.RECORDER_FAILED, e, e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.run();
            finish(trouble);
        }
    }

    /** What a stage does until its source is at its end. */
    interface Work {
        void run() throws Failure, InterruptedException;
    }
}
