package packwitness.keep;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When the disk will be full, at the pace of the last two weeks.
 *
 * @param freeBytes free now where the videos lie
 * @param videoBytes videos in their place
 * @param quarantineBytes what waits to be deleted
 * @param heldBytes videos that no rule may take
 * @param bytesADay what a day of recording adds, days without recording included
 * @param fullWithoutRules the day on which the disk is full where nothing goes
 * @param fullWithRules the day on which it is full although the rules are run every day; empty
 *     where it never is within five years
 */
public record Forecast(
        long freeBytes,
        long videoBytes,
        long quarantineBytes,
        long heldBytes,
        long bytesADay,
        Optional<LocalDate> fullWithoutRules,
        Optional<LocalDate> fullWithRules) {}
