package packwitness.dossier.draft;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of one sentence by its owner.
 *
 * @param base the sentence of the template as it stood then
 * @param oldText what stood there before
 * @param newText what was put in its place, empty text where it was struck out; absent where the
 *     template's sentence was put back
 */
public record Change(
        long id,
        String paragraph,
        String base,
        String oldText,
        Optional<String> newText,
        String reason,
        String who,
        Instant at) {}
