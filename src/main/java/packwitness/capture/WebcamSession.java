package packwitness.capture;

import com.github.sarxos.webcam.WebcamDevice;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One opening of a camera of webcam-capture. A thread of its own speaks with the driver, which is
 * known to hang at opening and closing and to hand out its last picture again when the camera is
 * gone; a picture that is the one before, or equal to it in every bit, is not handed on.
 */
final class WebcamSession {
    /** Between two looks at a driver that has nothing new. */
    private static final long REST_MILLIS = 4;

    private final WebcamDevice device;
    private final BlockingQueue<Pixels> fresh = new ArrayBlockingQueue<>(2);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean closing;

    WebcamSession(WebcamDevice device, Optional<Dimension> size) {
        this.device = device;
        thread = Thread.ofPlatform().name("packwitness-webcam").daemon().start(() -> run(size));
    }

    private void run(Optional<Dimension> size) {
        try {
            size.ifPresent(device::setResolution);
            device.open();
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            // Whatever a driver throws, the camera is lost; the recorder opens it again.
            trouble = Optional.of(e.toString());
        } finally {
            try {
                device.close();
            } catch (RuntimeException | LinkageError e) {
                trouble = Optional.of(e.toString());
            }
            ended.countDown();
        }
    }

    private void look() throws InterruptedException {
        Optional<BufferedImage> lastImage = Optional.empty();
        Optional<Pixels> last = Optional.empty();
        while (!closing) {
            BufferedImage image = device.getImage();
            long arrival = System.nanoTime();
            if (image == null || lastImage.isPresent() && lastImage.get() == image) {
                Thread.sleep(REST_MILLIS);
                continue;
            }
            Pixels pixels = Pixels.of(image, arrival);
            lastImage = Optional.of(image);
            if (last.isPresent() && last.get().same(pixels)) {
                Thread.sleep(REST_MILLIS);
                continue;
            }
            last = Optional.of(pixels);
            // A live camera never waits; the recorder reads within a frame or the oldest goes.
            if (!fresh.offer(pixels)) {
                fresh.poll();
                fresh.offer(pixels);
            }
        }
    }

    /** Waits for a picture that was not there before; empty where none comes in time. */
    Optional<Pixels> next(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closing) {
            Pixels pixels = fresh.poll(20, TimeUnit.MILLISECONDS);
            if (pixels != null) return Optional.of(pixels);
            if (ended.getCount() == 0 || System.nanoTime() - until > 0) return Optional.empty();
        }
        return Optional.empty();
    }

    /** Returns what the driver said when it broke off. */
    Optional<String> trouble() {
        return trouble;
    }

    /**
     * Ends the session; a driver that hangs is left behind after this time, and its thread with it.
     */
    boolean close(long millis) {
        closing = true;
        thread.interrupt();
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
