package packwitness.shop;

import packwitness.value.Named;

/** A deed that not everybody may do; the table of roles says who may. */
public enum Permission implements Named {
    RECORD,
    /** Mark damage and the like while packing. */
    MARK,
    FIND,
    PLAY,
    /** Open a claim and add to it. */
    CLAIM,
    INSPECT,
    /** Write and edit a paper that is not fixed yet. */
    DRAFT,
    /** Set a legal hold. */
    HOLD,
    FIGURES,
    VERIFY,
    /** Copy a picture or a short clip for an answer to a buyer. */
    COPY,
    /** See personal data in full. */
    UNMASK,
    /** Write files that leave the shop. */
    EXPORT,
    /** Fix a paper so that it can be sent. */
    FIX_PAPER,
    RELEASE_HOLD,
    /** Say how a claim ended. */
    OUTCOME,
    /** Say whether two claims come from one person. */
    LINK_BUYERS,
    DELETE,
    RETENTION,
    KEYS,
    IMPORT,
    /** Change what platforms take in. */
    RULES,
    SETTINGS,
    BACKUP,
    /** Change what roles may do, and the passphrase. */
    ROLES;

    @Override
    public String nameKey() {
        return "shop.deed." + name();
    }
}
