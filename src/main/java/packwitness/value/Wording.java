package packwitness.value;

/** A sentence in both languages of the product; the Chinese one is the one that counts. */
public record Wording(String zh, String en) {
    /** Returns the sentence in this language. */
    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }
}
