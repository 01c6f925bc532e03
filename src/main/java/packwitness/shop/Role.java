package packwitness.shop;

/** Who stands before the program. */
public enum Role {
    /** Packs and records; known by a badge. */
    PACKER,
    /** Answers buyers and prepares claims. */
    SUPPORT,
    /** Answers for everything; known by a passphrase. */
    OWNER
}
