package packwitness.law;

import packwitness.value.Wording;

/** A provision that must not be used as a basis, and why. */
public record Barred(Provision provision, Use use, Wording why, String rule) {
    /** Returns the id in the vocabulary of the scenarios. */
    public String id() {
        return use.suffixed(provision.id());
    }
}
