package packwitness.dossier.paper;

import packwitness.value.Problem;

/** What can go wrong with making a paper. */
public enum DossierProblem implements Problem {
    /** {0} characters with their code points, {1} where they stand. */
    NO_GLYPH,
    /** {0} number of the exhibit, {1} where it stands. */
    UNKNOWN_EXHIBIT,
    /** {0} id of the paragraph. */
    UNKNOWN_PARAGRAPH,
    /** {0} file. */
    FILE_EXISTS,
    /** {0} file. */
    NOT_WRITABLE,
    /** {0} technical reason. */
    NOT_SIGNED,
    /** {0} technical reason. */
    NOT_STAMPED,
    /** The owner ended it. */
    CANCELLED;

    @Override
    public String key() {
        return "dossier." + name();
    }
}
