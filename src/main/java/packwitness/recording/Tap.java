package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import packwitness.value.Threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A thread that looks at some of the frames and can neither slow nor stop the recording. The video
 * stage offers every frame; one is taken each interval.
 */
final class Tap implements AutoCloseable {
    /** Looks at a frame, which is closed by the tap. */
    interface Look extends AutoCloseable {
        void at(Glance glance);

        @Override
        void close();
    }

    private static final Logger LOG = System.getLogger(Tap.class.getName());

    private final Mailbox mailbox = new Mailbox();
    private final LongSupplier intervalNanos;
    private final Look look;
    private final Thread thread;
    private long last = Long.MIN_VALUE / 2;

    Tap(String name, LongSupplier intervalNanos, Look look) {
        this.intervalNanos = intervalNanos;
        this.look = look;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Offers a frame; video stage only. */
    void offer(AVFrame frame, long number, long arrivalNanos, Instant at) {
        if (arrivalNanos - last < intervalNanos.getAsLong()) return;
        last = arrivalNanos;
        mailbox.put(new Glance(frame, number, at));
    }

    private void run() {
        try (look) {
            while (!mailbox.closed()) {
                Optional<Glance> glance = mailbox.take();
                if (glance.isPresent()) look(glance.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Glance glance) {
        try (glance) {
            look.at(glance);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a tap failed", e);
        }
    }

    @Override
    public void close() {
        mailbox.close();
        Threads.join(thread);
    }
}
