package packwitness.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists and absent values as one text, for what an import remembers of what it changed. */
final class Kept {
    private static final String BETWEEN_ROWS = "\u001E";
    private static final String BETWEEN_CELLS = "\u001F";

    private Kept() {}

    static String items(List<Order.Item> items) {
        return String.join(
                BETWEEN_ROWS,
                items.stream()
                        .map(item ->
                                String.join(
                                        BETWEEN_CELLS,
                                        item.title(),
                                        item.variant().orElse(""),
                                        item.sku().orElse(""),
                                        String.valueOf(item.quantity())))
                        .toList());
    }

    static List<Order.Item> items(String text) {
        List<Order.Item> items = new ArrayList<>();
        if (text.isEmpty()) return items;
        for (String row : text.split(BETWEEN_ROWS, -1)) {
            String[] cells = row.split(BETWEEN_CELLS, -1);
            items.add(
                    new Order.Item(
                            cells[0],
                            maybe(cells[1]),
                            maybe(cells[2]),
                            Integer.parseInt(cells[3])));
        }
        return items;
    }

    static String row(List<Object> values) {
        return String.join(BETWEEN_CELLS, values.stream().map(Object::toString).toList());
    }

    static String[] row(String text) {
        return text.split(BETWEEN_CELLS, -1);
    }

    static Optional<String> maybe(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
