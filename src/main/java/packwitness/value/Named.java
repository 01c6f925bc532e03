package packwitness.value;

/** Something that has a name of its own in every language. */
public interface Named {
    /** Returns the key of its name in the bundles. */
    String nameKey();
}
