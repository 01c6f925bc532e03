package packwitness.dossier.print;

import packwitness.dossier.paper.Dossier;
import packwitness.value.Failure;

import java.util.SequencedMap;

/** The sentences of a paper that come from its template, for the owner to read and change. */
public final class PaperText {
    private PaperText() {}

    /** Returns key and sentence in the order of the paper, the owner's changes applied. */
    public static SequencedMap<String, String> of(Dossier dossier) throws Failure {
        Press press = new Press(dossier);
        press.draft();
        return press.said();
    }
}
