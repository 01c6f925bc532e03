package packwitness.shipment.search;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * One folded word with all that it may be.
 *
 * @param code whether it may be part of a number
 * @param titles ids of the titles that hold it
 */
record Word(String text, byte[] bytes, boolean code, BitSet titles) {
    static Word of(String folded, Titles titles) {
        return new Word(
                folded,
                folded.getBytes(StandardCharsets.UTF_8),
                Folded.isCode(folded),
                titles.holding(folded));
    }

    boolean in(Card card) {
        if (code && anyHolds(card.codes())) return true;
        if (anyHolds(card.texts())) return true;
        for (long title : card.titles()) if (titles.get((int) title)) return true;
        return false;
    }

    /** Returns whether a number of the parcel ends with the word. */
    boolean ends(Card card) {
        for (String value : card.codes()) if (value.endsWith(text)) return true;
        return false;
    }

    private boolean anyHolds(List<String> values) {
        for (String value : values) if (value.contains(text)) return true;
        return false;
    }
}
