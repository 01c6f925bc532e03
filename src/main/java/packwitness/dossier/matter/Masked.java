package packwitness.dossier.matter;

/**
 * Shortened personal data for papers: enough to match a thing at hand, not enough to look it up.
 */
final class Masked {
    private Masked() {}

    /** Keeps the last six characters of a number: {@code …890123}. */
    static String number(String number) {
        return number.length() <= 6 ? number : "…" + number.substring(number.length() - 6);
    }

    /** Keeps the first character of a name or account: {@code 张**}. */
    static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
