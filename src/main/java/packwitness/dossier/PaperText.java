package packwitness.dossier;

import java.util.SequencedMap;

/** The sentences of a paper that come from its template, for the owner to read and change. */
public final class PaperText {
    private PaperText() {}

    /** Returns key and sentence in the order of the paper, the owner's changes applied. */
    public static SequencedMap<String, String> of(Dossier dossier) {
        throw new IllegalStateException("not yet");
    }
}
