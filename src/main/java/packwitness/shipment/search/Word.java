package packwitness.shipment.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One folded word with all that it may be.
 *
 * @param code whether it may be part of a number
 */
record Word(String text, byte[] bytes, boolean code, TitleSet titles) {
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
        for (int title : card.titles()) if (titles.has(title)) return true;
        return false;
    }

    private boolean anyHolds(List<String> values) {
        for (String value : values) if (value.contains(text)) return true;
        return false;
    }
}
