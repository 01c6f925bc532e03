package packwitness.ledger;

/** Who issues a time stamp, for that decides what it is worth. */
public enum AuthorityKind {
    /** An outside authority whose root is in the trust list. */
    COMMERCIAL,
    /** A local one for trying things out; it says so itself. */
    TEST,
    /** Any other: it may be the shop's own. */
    SELF_MADE
}
