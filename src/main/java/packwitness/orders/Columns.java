package packwitness.orders;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Which column of a file holds which field, found by the headings that platforms write. */
record Columns(Map<Field, Integer> places, String platform, List<String> unmatched) {

    /** What is read from an order file; a column that is none of these is not taken in. */
    enum Field {
        ORDER,
        BUYER,
        NOTE,
        PAID,
        PLACED,
        TITLE,
        VARIANT,
        SKU,
        QUANTITY,
        WAYBILL,
        CARRIER
    }

    static Columns of(List<String> headings) {
        Properties known = known();
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Field field : Field.values())
            for (String name : known.getProperty(key(field)).split(","))
                if (!places.containsKey(field) && headings.contains(name))
                    places.put(field, headings.indexOf(name));
        String platform =
                known.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("platform."))
                        .filter(key -> headings.contains(known.getProperty(key)))
                        .map(key -> key.substring("platform.".length()))
                        .sorted()
                        .findFirst()
                        .orElse("other");
        List<String> unmatched =
                headings.stream()
                        .filter(name -> !places.containsValue(headings.indexOf(name)))
                        .toList();
        return new Columns(places, platform, unmatched);
    }

    Optional<String> cell(List<String> row, Field field) {
        Integer place = places.get(field);
        if (place == null || place >= row.size()) return Optional.empty();
        String value = row.get(place);
        return value.isEmpty() || value.equals("-") ? Optional.empty() : Optional.of(value);
    }

    private static String key(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static Properties known() {
        Properties known = new Properties();
        try (InputStream in =
                Objects.requireNonNull(
                        Columns.class.getResourceAsStream(
                                "/packwitness/orders/columns.properties"))) {
            known.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
