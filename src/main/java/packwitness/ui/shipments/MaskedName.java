package packwitness.ui.shipments;

/** A person's name as it is shown until somebody asks for more. */
final class MaskedName {
    private MaskedName() {}

    /** Returns the first character and two stars; nothing of an empty name. */
    static String of(String name) {
        if (name.isEmpty()) return "";
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
