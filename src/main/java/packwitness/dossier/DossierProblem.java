package packwitness.dossier;

import packwitness.value.Problem;

/** What can go wrong with making a paper. */
public enum DossierProblem implements Problem {
    /** {0} characters with their code points, {1} where they stand. */
    NO_GLYPH,
    /** {0} file. */
    NOT_WRITABLE,
    /** {0} technical reason. */
    NOT_SIGNED,
    /** {0} technical reason. */
    NOT_STAMPED;

    @Override
    public String key() {
        return "dossier." + name();
    }
}
