package packwitness.inspect;

import packwitness.value.Lang;

/** The strongest honest statement that a file alone supports, as {@link Inspection#finding()}. */
public enum FindingKind {
    AI_DECLARED_SIGNED_TRUSTED,
    AI_DECLARED_SIGNED_UNTRUSTED_SIGNER,
    AI_LABEL_SIGNED,
    AI_LABEL_UNSIGNED,
    AI_TRACE_UNSIGNED,
    AI_LABEL_MALFORMED,
    C2PA_BROKEN,
    C2PA_BROKEN_INGREDIENT,
    C2PA_UNREADABLE,
    C2PA_REMOTE_ONLY,
    C2PA_PRESENT_NO_AI,
    EDIT_SOFTWARE_NAMED,
    CAMERA_EXIF_UNSIGNED,
    /** Means that nothing was found, and no more. */
    NOTHING_FOUND,
    /** The bytes are no picture or video that we know: empty, text, a PDF. */
    NOT_A_PICTURE;

    /** Returns what the finding says, proves and does not prove. */
    public FindingWords words(Lang lang) {
        return FindingWords.of("finding." + name(), lang);
    }
}
