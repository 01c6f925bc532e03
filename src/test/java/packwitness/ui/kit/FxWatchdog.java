package packwitness.ui.kit;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Watches that the FX thread is free: a heartbeat is sent to it, and while it does not answer its
 * stack is looked at. A machine that is busy with other work answers late too, therefore what
 * counts is not the time by the wall but the processor time the FX thread used meanwhile, and
 * whether it was seen waiting in our own code.
 */
public final class FxWatchdog implements AutoCloseable {
    /** One time the FX thread did not answer. */
    public record Late(
            String during,
            long wallMillis,
            long cpuMillis,
            int waiting,
            int samples,
            String where) {
        /** Returns whether the FX thread itself was at work or waited in our code for so long. */
        public boolean isOurs(long millis) {
            boolean waited = waiting >= 3 && waiting * 2 > samples && wallMillis > millis;
            return cpuMillis > millis || waited;
        }
    }

    private static final long BEAT_MILLIS = 5;
    private static final long TOLD_MILLIS = 50;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicReference<Thread> fx = new AtomicReference<>();
    private final List<Late> late = new ArrayList<>();
    private final Thread dog =
            Thread.ofPlatform().name("fx-watchdog").daemon().unstarted(this::watch);
    private volatile boolean ends;
    private volatile String during = "";

    public FxWatchdog() {
        dog.start();
    }

    /** Says what is being done, for the report; what is empty is not looked at. */
    public void during(String what) {
        during = what;
    }

    /** Returns the times at which it did not answer for more than 50 ms by the wall. */
    public List<Late> late() {
        synchronized (late) {
            return List.copyOf(late);
        }
    }

    @Override
    public void close() {
        ends = true;
        try {
            dog.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            long number = 0;
            while (!ends) {
                long mine = ++number;
                Thread thread = fx.get();
                String what = during;
                long cpu = thread == null ? 0 : threads.getThreadCpuTime(thread.threadId());
                long sent = System.nanoTime();
                Platform.runLater(() -> {
                    fx.set(Thread.currentThread());
                    answered.set(mine);
                });
                int waiting = 0;
                int samples = 0;
                String where = "";
                while (answered.get() != mine && !ends) {
                    Thread.sleep(BEAT_MILLIS);
                    if (thread == null || System.nanoTime() - sent < TOLD_MILLIS * 400_000)
                        continue;
                    samples++;
                    String own = own(thread);
                    if (!own.isEmpty()) where = own;
                    boolean waits = thread.getState() != Thread.State.RUNNABLE;
                    if (waits && !own.isEmpty()) waiting++;
                }
                long wall = (System.nanoTime() - sent) / 1_000_000;
                if (thread != null
                        && wall > TOLD_MILLIS
                        && !what.isEmpty()
                        && what.equals(during)) {
                    long used = (threads.getThreadCpuTime(thread.threadId()) - cpu) / 1_000_000;
                    synchronized (late) {
                        late.add(new Late(what, wall, used, waiting, samples, where));
                    }
                }
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String own(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("packwitness."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
    }
}
