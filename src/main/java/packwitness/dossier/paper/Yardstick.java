package packwitness.dossier.paper;

import java.util.List;

/**
 * A provision whose points a paper answers one by one.
 *
 * @param name instrument, document number, first day in force and article, as printed
 * @param text the whole article in Chinese
 * @param points its numbered points in the words of the law, in their order
 * @param limits printed beside it; may be empty
 */
public record Yardstick(String name, String text, List<String> points, String limits) {
    public Yardstick {
        points = List.copyOf(points);
    }
}
