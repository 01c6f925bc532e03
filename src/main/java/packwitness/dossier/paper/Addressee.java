package packwitness.dossier.paper;

import java.util.Locale;

/** Who reads the paper; each has a form, a wording and an order of its own. */
public enum Addressee {
    PLATFORM,
    REGULATOR,
    POLICE,
    COURT,
    AI_PROVIDER,
    BUYER,
    /** The shop itself: the rule for its page and the script for its staff. */
    SHOP_RULES;

    /** Returns the name of the template, such as {@code ai-provider}. */
    public String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
