package packwitness.dossier.paper;

import java.time.LocalDate;

/**
 * A provision in the version that was in force on the day of the act.
 *
 * @param instrument name with its document number where that is verified
 * @param article article and paragraph, such as {@code 第一百四十八条}
 * @param inForceFrom first day of the version
 * @param actDay the day of the act by which the version was chosen
 * @param proposition what it is cited for
 * @param gloss what it says, in a few words of another language; empty in the Chinese paper
 * @param limits printed beside it, always
 * @param quotedText the exact text where it is verified and complete, else empty: then 待核 is
 *     printed and no text
 */
public record CitedProvision(
        String instrument,
        String article,
        LocalDate inForceFrom,
        LocalDate actDay,
        String proposition,
        String gloss,
        String limits,
        String quotedText) {}
