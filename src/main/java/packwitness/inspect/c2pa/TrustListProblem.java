package packwitness.inspect.c2pa;

import packwitness.value.Problem;

/** Trouble with the list of trusted signers. */
public enum TrustListProblem implements Problem {
    TRUST_LIST_UNREADABLE,
    TRUST_LIST_EMPTY;

    @Override
    public String key() {
        return "inspect." + name();
    }
}
