package packwitness.law;

import java.util.Locale;

/** In what way a provision may appear where it is not a basis. */
public enum Use {
    BASIS,
    EXPLAINED,
    IN_NOTE,
    WARNING,
    NAMED_ONLY,
    AS_BASIS;

    /** Returns the id with the suffix of the scenario vocabulary, such as {@code X_explained}. */
    public String suffixed(String id) {
        return this == BASIS ? id : id + "_" + name().toLowerCase(Locale.ROOT);
    }
}
