package packwitness.scan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads GS1 element strings as far as their identifiers are known. */
record Gs1(List<Element> elements) {
    /** FNC1 between elements, as scanners send it. */
    static final char SEPARATOR = 29;

    private static final Pattern BRACKETS = Pattern.compile("\\((\\d{2,4})\\)([^(]+)");

    /**
     * An identifier.
     *
     * @param length of its data; 0: up to the next separator
     */
    record Element(String ai, int length, Meaning meaning) {}

    enum Meaning {
        WAYBILL,
        PRODUCT,
        NOTHING
    }

    /** What was found: the identifier, its data and what they are. */
    record Found(String ai, String data, Meaning meaning) {}

    Gs1 {
        elements = List.copyOf(elements);
    }

    /** Returns the first number of a parcel, else the first of goods. */
    Optional<Found> read(String text) {
        String flat = flat(text);
        Optional<Found> product = Optional.empty();
        int at = 0;
        while (at < flat.length()) {
            if (flat.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            Optional<Element> element = elementAt(flat, at);
            if (element.isEmpty()) break;
            int from = at + element.get().ai().length();
            int to = end(flat, from, element.get().length());
            if (to < 0) break;
            Meaning meaning = element.get().meaning();
            Found found = new Found(element.get().ai(), flat.substring(from, to), meaning);
            if (meaning == Meaning.WAYBILL) return Optional.of(found);
            if (meaning == Meaning.PRODUCT && product.isEmpty()) product = Optional.of(found);
            at = to;
        }
        return product;
    }

    /** Turns the form for people, (00)123…, into the form for machines. */
    private static String flat(String text) {
        if (!text.startsWith("(")) return text;
        StringBuilder flat = new StringBuilder();
        var found = BRACKETS.matcher(text);
        while (found.find())
            flat.append(found.group(1))
                    .append(found.group(2).replaceAll("\\s+", ""))
                    .append(SEPARATOR);
        return flat.toString();
    }

    private Optional<Element> elementAt(String flat, int at) {
        return elements.stream().filter(e -> flat.startsWith(e.ai(), at)).findFirst();
    }

    private static int end(String flat, int from, int length) {
        if (length > 0) return from + length <= flat.length() ? from + length : -1;
        int separator = flat.indexOf(SEPARATOR, from);
        return separator < 0 ? flat.length() : separator;
    }
}
