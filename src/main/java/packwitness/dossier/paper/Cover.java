package packwitness.dossier.paper;

import packwitness.value.Lang;

import java.time.Instant;

/**
 * For whom, from whom and about whom the paper is.
 *
 * @param addresseeName the reader by name, such as the platform's appeal desk; may be empty
 * @param madeAt up to when the case is told, the time of its last fact; printed in Beijing time
 * @param program name and version of the program that made it
 * @param lang the language of the words; English is a courtesy translation, the Chinese decides
 */
public record Cover(
        Addressee addressee,
        String addresseeName,
        Instant madeAt,
        PartyFacts merchant,
        PartyFacts buyer,
        String program,
        Lang lang,
        Scope scope) {
    /** The Chinese paper as its reader is handed it. */
    public Cover(
            Addressee addressee,
            String addresseeName,
            Instant madeAt,
            PartyFacts merchant,
            PartyFacts buyer,
            String program) {
        this(addressee, addresseeName, madeAt, merchant, buyer, program, Lang.ZH, Scope.PAPER);
    }
}
