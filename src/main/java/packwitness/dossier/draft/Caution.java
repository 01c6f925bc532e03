package packwitness.dossier.draft;

/**
 * Something about a changed sentence that its owner should know; it hinders nothing.
 *
 * @param detail the word, or the marks of the exhibits; empty for {@link Kind#STALE}
 */
public record Caution(Kind kind, String detail) {
    /** What kind of thing it is. */
    public enum Kind {
        /** A verdict on a person or a deed, which is not ours to give. */
        VERDICT,
        /** A promise that evidence cannot hold. */
        PROMISE,
        /** A word by which people are hurt or exposed. */
        INSULT,
        /** Exhibits that the template's sentence names and the owner's does not: added again. */
        EXHIBIT_ADDED,
        /** The case has changed since the owner wrote this sentence. */
        STALE
    }

    /** Returns the key of its sentence in the bundles, with the detail as {0}. */
    public String key() {
        return "dossier.caution." + kind;
    }
}
