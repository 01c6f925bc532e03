package packwitness.dossier.paper;

import java.time.Instant;

/**
 * For whom, from whom and about whom the paper is.
 *
 * @param addresseeName the reader by name, such as the platform's appeal desk; may be empty
 * @param madeAt up to when the case is told, the time of its last fact; printed in Beijing time
 * @param program name and version of the program that made it
 */
public record Cover(
        Addressee addressee,
        String addresseeName,
        Instant madeAt,
        PartyFacts merchant,
        PartyFacts buyer,
        String program) {}
