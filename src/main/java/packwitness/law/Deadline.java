package packwitness.law;

import packwitness.value.Wording;

import java.time.LocalDate;

/**
 * A legal deadline of one act.
 *
 * @param name stable name such as {@code admin_conservative}
 * @param date the last day, inclusive
 * @param passed whether it had passed at the step it binds
 * @param label what ends on that day
 * @param reading how the day was counted
 * @param remind whether the owner should be reminded of it
 */
public record Deadline(
        String name,
        LocalDate date,
        LocalDate act,
        boolean passed,
        Provision provision,
        Wording label,
        Wording reading,
        boolean remind) {}
