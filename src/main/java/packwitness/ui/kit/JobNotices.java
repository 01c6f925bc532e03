package packwitness.ui.kit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells people who look elsewhere that a long job has ended. FX thread only. */
public final class JobNotices {
    private static final Duration LONG = Duration.ofSeconds(10);

    private JobNotices() {}

    /**
     * Begins to listen.
     *
     * @param looking whether the window has the focus, so that nobody needs to be told
     */
    public static void follow(Jobs jobs, Words words, Outside outside, BooleanSupplier looking) {
        jobs.whenEnded(job -> {
            boolean told =
                    job.took().compareTo(LONG) < 0
                            || looking.getAsBoolean()
                            || job.state().get() == Job.State.CANCELLED;
            if (told) return;
            outside.notify(
                    words.say(job.title(), job.arguments()),
                    words.say("kit.job.state." + job.state().get()));
        });
    }
}
