package packwitness.dossier.paper;

/**
 * What was found in a picture, with its two sentences.
 *
 * @param seen what was read or measured
 */
public record PictureFinding(
        String title, Strength strength, String seen, String proves, String doesNotProve) {}
