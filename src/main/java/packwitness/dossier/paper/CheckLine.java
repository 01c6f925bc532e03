package packwitness.dossier.paper;

/**
 * A check of the verifier with its two sentences.
 *
 * @param id C1 to C14
 * @param detail what was found; may be empty
 */
public record CheckLine(
        String id,
        String name,
        Outcome outcome,
        String proves,
        String doesNotProve,
        String detail) {}
