package packwitness.ui.claims;

import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Words;

import java.time.Duration;
import java.util.Optional;

/** The time left of a claim, as mark and word. */
record Deadline(Mark mark, String text) {
    private static final Duration URGENT = Duration.ofHours(6);
    private static final Duration SOON = Duration.ofHours(24);

    static Deadline of(RefundClaim claim, Optional<Duration> left, Words words) {
        if (claim.state() != ClaimState.OPEN)
            return new Deadline(
                    claim.state() == ClaimState.WON ? Mark.READY : Mark.OFF,
                    words.say("ui.claim.state." + claim.state()));
        if (left.isEmpty()) return new Deadline(Mark.OFF, words.say("ui.claim.left.none"));
        Duration time = left.get();
        if (time.isNegative()) return new Deadline(Mark.TROUBLE, words.say("ui.claim.left.over"));
        Mark mark =
                time.compareTo(URGENT) < 0
                        ? Mark.RUNNING
                        : time.compareTo(SOON) < 0 ? Mark.ATTENTION : Mark.READY;
        String text =
                time.toHours() >= 48
                        ? words.say("ui.claim.left.days", time.toDays())
                        : time.toHours() > 0
                                ? words.say(
                                        "ui.claim.left.hours", time.toHours(), time.toMinutesPart())
                                : words.say("ui.claim.left.minutes", time.toMinutes());
        return new Deadline(mark, mark == Mark.RUNNING ? words.say("ui.claim.urgent", text) : text);
    }
}
