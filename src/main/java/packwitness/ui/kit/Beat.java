package packwitness.ui.kit;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something again and again on the FX thread, without an animation: that would draw sixty
 * times a second where fifteen are asked for. A beat that was not answered yet is left out. FX
 * thread only.
 */
public final class Beat {
    private final long millis;
    private final Runnable work;
    private @Nullable ScheduledExecutorService clock;

    public Beat(long millis, Runnable work) {
        this.millis = millis;
        this.work = work;
    }

    public void start() {
        if (clock != null) return;
        ScheduledExecutorService next =
                Executors.newSingleThreadScheduledExecutor(
                        job -> Thread.ofPlatform().name("beat").daemon().unstarted(job));
        AtomicBoolean waiting = new AtomicBoolean();
        next.scheduleAtFixedRate(
                () -> {
                    if (waiting.getAndSet(true)) return;
                    Fx.later(() -> {
                        waiting.set(false);
                        if (clock == next) work.run();
                    });
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
        clock = next;
    }

    public void stop() {
        if (clock != null) clock.shutdownNow();
        clock = null;
    }
}
