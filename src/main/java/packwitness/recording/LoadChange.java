package packwitness.recording;

import java.time.Instant;

/** A step up or down in what is given up for an overloaded computer. */
public record LoadChange(LoadStep from, LoadStep to, Instant at) {
    /** Returns whether more is given up than before. */
    public boolean worse() {
        return to.compareTo(from) > 0;
    }
}
