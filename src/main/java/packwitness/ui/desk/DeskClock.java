package packwitness.ui.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the clock of this machine is known to be right.
 *
 * @param ahead how far it was ahead of an outside authority when the last stamp came; negative
 *     behind; nothing where no authority has answered yet
 * @param at when that was
 */
public record DeskClock(Optional<Duration> ahead, Optional<Instant> at) {
    /** A packing table needs no better clock; a stamp says the rest. */
    private static final Duration FAIR = Duration.ofSeconds(5);

    public static final DeskClock UNKNOWN = new DeskClock(Optional.empty(), Optional.empty());

    /** Returns whether the clock is known to be wrong by more than some seconds. */
    boolean isOff() {
        return ahead.map(by -> by.abs().compareTo(FAIR) > 0).orElse(false);
    }
}
