package packwitness.dossier.print;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/**
 * Where a line of Chinese may end: never before a closing mark, never after an opening one, never
 * inside a number, a word or a pair of surrogates. The library knows none of this.
 */
final class Kinsoku implements SplitCharacter {
    static final String NEVER_FIRST = "。，、；：？！）〕】》〉」』”’％…—～·)]}>,.;:?!%°′″";
    static final String NEVER_LAST = "（〔【《〈「『“‘([{<￥¥$#№";

    /** Characters that belong to the number before them. */
    private static final String UNITS = "元年月日时分秒帧个条页号份件次天张项字第";

    /** Words that belong to the number after them, such as 证据 and 第. */
    private static final String COUNTED = "据第";

    private final boolean anywhere;

    private Kinsoku(boolean anywhere) {
        this.anywhere = anywhere;
    }

    /** Returns the rule for sentences. */
    static Kinsoku prose() {
        return new Kinsoku(false);
    }

    /** Returns the rule for hashes, paths and commands, which may break inside a word. */
    static Kinsoku code() {
        return new Kinsoku(true);
    }

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] ck) {
        char last = at(text, ck, current);
        if (NEVER_LAST.indexOf(last) >= 0 || Character.isHighSurrogate(last)) return false;
        if (current + 1 >= end) return breaksAfter(last);
        char first = at(text, ck, current + 1);
        if (NEVER_FIRST.indexOf(first) >= 0 || Character.isLowSurrogate(first)) return false;
        if (anywhere) return true;
        if (COUNTED.indexOf(last) >= 0 && Character.isDigit(first)) return false;
        if (last == '证' && first == '据') return false;
        if (wide(last)) return true;
        return wide(first) ? !number(last, first) : breaksAfter(last);
    }

    private static boolean number(char last, char first) {
        return Character.isDigit(last) && UNITS.indexOf(first) >= 0;
    }

    private static boolean breaksAfter(char last) {
        return last <= ' ' || wide(last);
    }

    /** Returns whether a line may end after this character: ideographs and full-width marks. */
    private static boolean wide(char c) {
        return c >= 0x2E80 || c == '”' || c == '’';
    }

    private static char at(char[] text, PdfChunk[] ck, int i) {
        if (ck == null) return text[i];
        return (char) ck[Math.min(i, ck.length - 1)].getUnicodeEquivalent(text[i]);
    }

    /** Returns the end of the closing marks that follow {@code from}; they stay with their word. */
    static int absorbAfter(String text, int from) {
        int end = from;
        while (end < text.length() && NEVER_FIRST.indexOf(text.charAt(end)) >= 0) end++;
        return end;
    }

    /** Returns the beginning of the opening marks that stand before {@code from}. */
    static int absorbBefore(String text, int from, int notBefore) {
        int begin = from;
        while (begin > notBefore && NEVER_LAST.indexOf(text.charAt(begin - 1)) >= 0) begin--;
        return begin;
    }
}
