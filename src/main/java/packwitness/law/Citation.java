package packwitness.law;

import packwitness.value.Wording;

import java.util.List;

/**
 * A provision to cite, and why.
 *
 * @param supports the proposition it supports here
 * @param why the reasons of the rules that called for it
 * @param rules ids of those rules
 */
public record Citation(
        Provision provision, Use use, Wording supports, List<Wording> why, List<String> rules) {
    public Citation {
        why = List.copyOf(why);
        rules = List.copyOf(rules);
    }

    /** Returns the id in the vocabulary of the scenarios. */
    public String id() {
        return use.suffixed(provision.id());
    }
}
