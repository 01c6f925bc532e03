package packwitness.law;

/**
 * How far an act may reach, from nothing shown to crime, in rising order; what each means stands in
 * the data.
 */
public enum Tier {
    T0_NO_BASIS,
    T1_CIVIL_UNCERTAIN,
    T1_CIVIL,
    T2_ADMIN,
    T2_GREY,
    T3_CRIMINAL_ATTEMPT,
    T3_CRIMINAL_LARGE,
    T3_CRIMINAL_HUGE,
    T3_CRIMINAL_EXTRA;

    /** Returns whether it may be a crime. */
    public boolean isCriminal() {
        return compareTo(T3_CRIMINAL_ATTEMPT) >= 0;
    }

    static Tier higher(Tier one, Tier other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
