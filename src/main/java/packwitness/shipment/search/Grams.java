package packwitness.shipment.search;

import java.util.BitSet;
import java.util.stream.IntStream;

/** The pieces of texts by which a sieve tells pages that cannot hold a word. */
final class Grams {
    /** Pieces of texts come first, those of numbers behind them: numbers fill their part. */
    static final int TEXT_BUCKETS = 1 << 16;

    static final int BUCKETS = 2 * TEXT_BUCKETS;

    /** Five digits are rare enough to tell pages apart; four are needed for words of four. */
    private static final int LONG = 5;

    private static final int SHORT = 4;
    private static final int PIECE = 3;
    private static final int MOST = 6;
    private static final int STIR = 0x9E3779B1;

    private Grams() {}

    /** Marks the pieces of a number: four characters each, and five. */
    static void ofCode(CharSequence code, BitSet buckets) {
        for (int i = 0; i + SHORT <= code.length(); i++) buckets.set(digits(code, i, SHORT));
        for (int i = 0; i + LONG <= code.length(); i++) buckets.set(digits(code, i, LONG));
    }

    /**
     * Marks the pieces of a text: each character, two and three, and those of a number wherever it
     * may hold one, because two digits stand on every page.
     */
    static void ofText(CharSequence text, BitSet buckets) {
        ofTitle(text, buckets);
        int ascii = 0;
        for (int i = 0; i < text.length(); i++) {
            ascii = text.charAt(i) < 128 ? ascii + 1 : 0;
            if (ascii >= SHORT) buckets.set(digits(text, i + 1 - SHORT, SHORT));
            if (ascii >= LONG) buckets.set(digits(text, i + 1 - LONG, LONG));
        }
    }

    /** Marks the pieces of a title, which is never asked for a number. */
    static void ofTitle(CharSequence title, BitSet buckets) {
        for (int i = 0; i < title.length(); i++)
            for (int length = 1; length <= Math.min(PIECE, i + 1); length++)
                buckets.set(piece(title, i + 1 - length, length));
    }

    /** Returns pieces that a number or text holding this word must have, a few of them. */
    static BitSet wanted(Word word) {
        if (!word.code()) return wantedOfTitle(word.text());
        String text = word.text();
        BitSet wanted = new BitSet();
        int length = Math.min(LONG, text.length());
        for (int at : places(text.length() - length)) wanted.set(digits(text, at, length));
        return wanted;
    }

    /** Returns pieces that a title holding this word must have; short words need all of theirs. */
    static BitSet wantedOfTitle(String word) {
        BitSet wanted = new BitSet();
        int longest = Math.min(PIECE, word.length());
        int shortest = word.length() > PIECE ? PIECE - 1 : 1;
        for (int length = longest; length >= shortest; length--)
            for (int at : places(word.length() - length)) wanted.set(piece(word, at, length));
        return wanted;
    }

    /** Returns a few places from 0 to the last one. */
    private static int[] places(int last) {
        int step = Math.max(1, (last + MOST - 1) / MOST);
        return IntStream.concat(
                        IntStream.iterate(0, i -> i < last, i -> i + step), IntStream.of(last))
                .toArray();
    }

    private static int digits(CharSequence text, int from, int length) {
        return TEXT_BUCKETS + piece(text, from, length);
    }

    private static int piece(CharSequence text, int from, int length) {
        int h = length;
        for (int i = from; i < from + length; i++) h = h * 65_599 + text.charAt(i) + 1;
        int stirred = h * STIR;
        return (stirred ^ stirred >>> 15) & TEXT_BUCKETS - 1;
    }
}
