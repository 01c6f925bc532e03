package packwitness.dossier.print;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.value.Failure;

import java.util.List;

/** The sentences of a paper that come from its template, for the owner to read and change. */
public final class PaperText {
    private PaperText() {}

    /**
     * A sentence of a paper.
     *
     * @param key as in {@link Dossier#wording}
     * @param part the heading under which it stands first
     * @param written what the template says, filled from the case
     * @param text what will be printed: the owner's sentence where there is one
     * @param added exhibits of the template's sentence that the owner's did not name
     * @param exhibits all exhibits that the printed sentence names
     */
    public record Said(
            String key,
            String part,
            String written,
            String text,
            List<ExhibitNo> added,
            List<ExhibitNo> exhibits) {
        public Said {
            added = List.copyOf(added);
            exhibits = List.copyOf(exhibits);
        }
    }

    /** Returns the sentences in the order of the paper, the owner's changes applied. */
    public static List<Said> of(Dossier dossier) throws Failure {
        Press press = new Press(dossier);
        press.draft();
        return press.said();
    }

    /** Returns the exhibits that a sentence names. */
    public static List<ExhibitNo> named(String sentence) {
        return Marks.named(sentence);
    }
}
