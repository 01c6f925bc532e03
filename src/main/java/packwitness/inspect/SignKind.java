package packwitness.inspect;

import packwitness.value.Lang;

/** One kind of thing read in a file; each has its own words. */
public enum SignKind {
    C2PA_AI_TRUSTED,
    C2PA_AI_UNTRUSTED,
    C2PA_CAMERA_TRUSTED,
    C2PA_NO_AI,
    C2PA_BROKEN,
    C2PA_BROKEN_INGREDIENT,
    C2PA_UNREADABLE,
    C2PA_REMOTE,
    LABEL_IS_AI,
    LABEL_MAY_BE_AI,
    LABEL_SUSPECTED_AI,
    LABEL_SIGNED,
    LABEL_SIGNATURE_BAD,
    LABEL_MALFORMED,
    IPTC_AI_TYPE,
    IPTC_OTHER_TYPE,
    GENERATOR_TRACE,
    EDITOR_NAMED,
    EDIT_HISTORY,
    CAMERA_FACTS,
    DAMAGED_FILE;

    /** Returns what the sign says, proves and does not prove. */
    public FindingWords words(Lang lang) {
        return FindingWords.of("sign." + name(), lang);
    }
}
