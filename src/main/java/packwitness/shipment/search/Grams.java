package packwitness.shipment.search;

import java.util.BitSet;

/** The pieces of texts by which a sieve tells pages that cannot hold a word. */
final class Grams {
    static final int BUCKETS = 1 << 16;

    /** Five digits are rare enough to tell pages apart; four are needed for words of four. */
    private static final int LONG = 5;

    private static final int SHORT = 4;
    private static final int MOST = 6;
    private static final int STIR = 0x9E3779B1;

    private Grams() {}

    /** Marks the pieces of a number: four characters each, and five. */
    static void ofCode(CharSequence code, BitSet buckets) {
        for (int i = 0; i + SHORT <= code.length(); i++) buckets.set(piece(code, i, SHORT));
        for (int i = 0; i + LONG <= code.length(); i++) buckets.set(piece(code, i, LONG));
    }

    /**
     * Marks the pieces of a text: each character, two and three, and those of a number wherever it
     * may hold one, because two digits stand on every page.
     */
    static void ofText(CharSequence text, BitSet buckets) {
        int ascii = 0;
        for (int i = 0; i < text.length(); i++) {
            ascii = text.charAt(i) < 128 ? ascii + 1 : 0;
            buckets.set(piece(text, i, 1));
            if (i > 0) buckets.set(piece(text, i - 1, 2));
            if (i > 1) buckets.set(piece(text, i - 2, 3));
            if (ascii >= SHORT) buckets.set(piece(text, i + 1 - SHORT, SHORT));
            if (ascii >= LONG) buckets.set(piece(text, i + 1 - LONG, LONG));
        }
    }

    /** Returns pieces that a number or text holding this word must have, a few of them. */
    static BitSet wanted(Word word) {
        String text = word.text();
        int length = word.code() ? Math.min(LONG, text.length()) : Math.min(3, text.length());
        return wanted(text, length);
    }

    /** Returns pieces that a title holding this word must have. */
    static BitSet wantedOfTitle(String word) {
        return wanted(word, Math.min(3, word.length()));
    }

    private static BitSet wanted(String word, int length) {
        BitSet wanted = new BitSet();
        int last = word.length() - length;
        int step = Math.max(1, (last + MOST - 1) / MOST);
        for (int i = 0; i <= last; i += step) wanted.set(piece(word, i, length));
        wanted.set(piece(word, last, length));
        return wanted;
    }

    private static int piece(CharSequence text, int from, int length) {
        int h = length;
        for (int i = from; i < from + length; i++) h = h * 65_599 + text.charAt(i) + 1;
        int stirred = h * STIR;
        return (stirred ^ stirred >>> 15) & BUCKETS - 1;
    }
}
