package packwitness.shipment.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of results ended and the next begins. It stays good while parcels come and go.
 *
 * @param reading which meaning of the text is being answered, from 0
 * @param part what of it: numbers that end so, or everything else
 * @param before parcels with a smaller id follow
 */
public record PageKey(int reading, Part part, long before) {
    private static final Pattern TEXT = Pattern.compile("([0-9])([TA])([0-9]{1,18})");

    /** The two parts of an answer, in this order. */
    public enum Part {
        /** Parcels with a number that ends with what was asked. */
        TAIL,
        /** All others that fit. */
        ANYWHERE
    }

    /** Reads a key as {@link #toString} writes it; anything else is no key. */
    public static Optional<PageKey> of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(
                new PageKey(
                        Integer.parseInt(parts.group(1)),
                        parts.group(2).equals("T") ? Part.TAIL : Part.ANYWHERE,
                        Long.parseLong(parts.group(3))));
    }

    @Override
    public String toString() {
        return reading + (part == Part.TAIL ? "T" : "A") + before;
    }
}
