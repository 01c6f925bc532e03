package packwitness.inspect;

import packwitness.value.Lang;

/** What only a human can see; shown large, never counted among the findings. */
public enum Question {
    /** Whether a corner bears words or a mark of a generating program. */
    CORNER_TEXT,
    /** Whether two photographs of the same alleged damage agree. */
    SAME_DAMAGE;

    /** Returns the question, what an answer proves and what not. */
    public FindingWords words(Lang lang) {
        return FindingWords.of("question." + name(), lang);
    }
}
