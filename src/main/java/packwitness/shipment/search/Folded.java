package packwitness.shipment.search;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as they are compared: what people write differently and mean the same becomes the same. */
public final class Folded {
    /** Between the values of one parcel; no value holds it. */
    static final char BETWEEN = '\u001f';

    private Folded() {}

    /**
     * Returns the text in one width and case, without spaces and dashes, with O and I as the digits
     * that they are taken for.
     */
    public static String of(String text) {
        String plain =
                Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFKC);
        String upper = plain.toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c == 'O') folded.append('0');
            else if (c == 'I') folded.append('1');
            else if (c > ' ' && c != '-' && c != '‐' && c != '–' && !Character.isSpaceChar(c))
                folded.append(c);
        }
        return folded.toString();
    }

    /** Returns whether a folded word may be a number of a carrier, a platform or goods. */
    static boolean isCode(String folded) {
        if (folded.length() < Asked.LEAST_CODE || folded.length() > Asked.LONGEST_CODE)
            return false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c <= ' ' || c > '~') return false;
        }
        return true;
    }
}
