package packwitness.shipment.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The filters by name, folded once for a question. */
final class Names {
    private final Optional<String> station;
    private final Optional<String> packer;
    private final Optional<String> platform;
    private final Optional<String> carrier;

    Names(Filters filters) {
        station = filters.station().map(Folded::of);
        packer = filters.packer().map(Folded::of);
        platform = filters.platform().map(Folded::of);
        carrier = filters.carrier().map(Folded::of);
    }

    boolean fit(Card card) {
        return (station.isEmpty() || station.get().equals(card.station()))
                && (packer.isEmpty() || card.packers().contains(packer.get()))
                && (platform.isEmpty() || card.platforms().contains(platform.get()))
                && (carrier.isEmpty()
                        || card.carriers().stream().anyMatch(c -> c.contains(carrier.get())));
    }

    /** Returns the tests of what {@link Card#names} gives. */
    List<Predicate<String>> tests() {
        return List.of(
                line -> station.isEmpty() || station.get().equals(line),
                line -> packer.isEmpty() || among(line, packer.get()),
                line -> platform.isEmpty() || among(line, platform.get()),
                line -> carrier.isEmpty() || line.contains(carrier.get()));
    }

    private static boolean among(String line, String name) {
        return List.of(line.split("\u001f")).contains(name);
    }
}
