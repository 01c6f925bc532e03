package packwitness.law;

/** From facts to qualification by the shipped rules; immutable, any thread may use it. */
public final class Qualifier {
    private Qualifier() {}

    /** Returns the qualifier of the data shipped with the program. */
    public static Qualifier shipped() {
        return new Qualifier();
    }

    /** Returns what the facts may amount to, with provisions, warnings, deadlines and reasons. */
    public Qualification qualify(ActFacts facts) {
        throw new IllegalStateException("not yet");
    }
}
