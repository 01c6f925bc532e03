package packwitness.shop;

import packwitness.value.Named;

/** Who stands before the program. */
public enum Role implements Named {
    /** Packs and records; known by a badge. */
    PACKER,
    /** Answers buyers and prepares claims. */
    SUPPORT,
    /** Answers for everything; known by a passphrase. */
    OWNER;

    @Override
    public String nameKey() {
        return "shop.role." + name();
    }
}
