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

    /** Returns the tests of what {@link Card#names} gives, none where a name is not asked for. */
    List<Optional<Predicate<String>>> tests() {
        return List.of(
                station.map(name -> line -> line.equals(name)),
                packer.map(name -> line -> among(line, name)),
                platform.map(name -> line -> among(line, name)),
                carrier.map(name -> line -> line.contains(name)));
    }

    private static boolean among(String line, String name) {
        return List.of(line.split("\u001f")).contains(name);
    }
}
