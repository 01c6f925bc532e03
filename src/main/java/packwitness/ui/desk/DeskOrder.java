package packwitness.ui.desk;

import packwitness.orders.Order;

import java.util.List;
import java.util.Optional;

/**
 * What the packer needs of the order on the table; nothing personal.
 *
 * @param goods one line for each kind of goods
 * @param pieces of all goods together
 * @param note what buyer or shop wrote for the packer
 */
public record DeskOrder(List<Goods> goods, int pieces, Optional<String> note) {
    /** One kind of goods. */
    public record Goods(String title, String variant, int quantity) {}

    public DeskOrder {
        goods = List.copyOf(goods);
    }

    /** Returns what stands in the orders of one parcel; nothing where there is none. */
    static Optional<DeskOrder> of(List<Order> orders) {
        if (orders.isEmpty()) return Optional.empty();
        List<Goods> goods =
                orders.stream()
                        .flatMap(order -> order.items().stream())
                        .map(item ->
                                new Goods(item.title(), item.variant().orElse(""), item.quantity()))
                        .toList();
        List<String> notes =
                orders.stream()
                        .flatMap(order -> order.note().stream())
                        .map(String::strip)
                        .filter(note -> !note.isEmpty())
                        .distinct()
                        .toList();
        return Optional.of(
                new DeskOrder(
                        goods,
                        goods.stream().mapToInt(Goods::quantity).sum(),
                        notes.stream().reduce((a, b) -> a + " / " + b)));
    }
}
