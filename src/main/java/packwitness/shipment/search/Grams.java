package packwitness.shipment.search;

import java.util.BitSet;

/** The pieces of texts by which a sieve tells pages that cannot hold a word. */
final class Grams {
    static final int BUCKETS = 1 << 15;

    private static final int OF_CODES = 4;
    private static final int MOST = 6;
    private static final int STIR = 0x9E3779B1;

    private Grams() {}

    /** Marks the pieces of a number: four characters each. */
    static void ofCode(CharSequence code, BitSet buckets) {
        for (int i = 0; i + OF_CODES <= code.length(); i++) buckets.set(code4(code, i));
    }

    /** Marks the pieces of a text: each character and each two. */
    static void ofText(CharSequence text, BitSet buckets) {
        for (int i = 0; i < text.length(); i++) {
            buckets.set(bucket(text.charAt(i)));
            if (i > 0) buckets.set(pair(text, i - 1));
        }
    }

    /** Returns pieces that a number holding this word must have, a few of them. */
    static BitSet wantedOfCode(String word) {
        BitSet wanted = new BitSet();
        int last = word.length() - OF_CODES;
        int step = Math.max(1, (last + MOST - 1) / MOST);
        for (int i = 0; i <= last; i += step) wanted.set(code4(word, i));
        wanted.set(code4(word, last));
        return wanted;
    }

    /** Returns pieces that a text holding this word must have, a few of them. */
    static BitSet wantedOfText(String word) {
        BitSet wanted = new BitSet();
        if (word.length() == 1) wanted.set(bucket(word.charAt(0)));
        for (int i = 0; i + 1 < Math.min(word.length(), MOST); i++) wanted.set(pair(word, i));
        return wanted;
    }

    private static int pair(CharSequence text, int i) {
        return bucket(text.charAt(i) * 65_599 + text.charAt(i + 1) + 1);
    }

    private static int code4(CharSequence code, int i) {
        int h = 7;
        for (int k = i; k < i + OF_CODES; k++) h = h * 131 + code.charAt(k);
        return bucket(h * 31 + 5);
    }

    private static int bucket(int value) {
        int stirred = value * STIR;
        return (stirred ^ stirred >>> 15) & BUCKETS - 1;
    }
}
