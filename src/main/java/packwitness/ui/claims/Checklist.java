package packwitness.ui.claims;

import packwitness.claim.FileRole;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.ui.kit.Mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a case has and what it lacks, in the order in which a reader asks for it. */
record Checklist(List<Item> items) {
    /**
     * One thing; {@code key} names its sentence, which counts {@code number} of them.
     *
     * @param supply names the sentence that says who can supply it
     * @param role in which a file of it is taken in; nothing where no file can help
     */
    record Item(Mark mark, String key, int number, String supply, Optional<FileRole> role) {
        boolean there() {
            return number > 0;
        }
    }

    static Checklist of(ClaimPage page) {
        Shipment shipment = page.shipment();
        List<Item> items = new ArrayList<>();
        add(
                items,
                "video",
                (int) shipment.takes().stream().filter(t -> t.stop().isPresent()).count(),
                Optional.empty());
        add(
                items,
                "label",
                (int)
                        shipment.takes().stream()
                                .flatMap(take -> take.sightings().stream())
                                .filter(Take.Sighting::isTheWaybill)
                                .count(),
                Optional.empty());
        add(items, "order", shipment.orders().size(), Optional.empty());
        add(items, "buyer", page.claim().files(FileRole.BUYER).size(), Optional.of(FileRole.BUYER));
        add(
                items,
                "listing",
                page.claim().files(FileRole.LISTING).size(),
                Optional.of(FileRole.LISTING));
        add(items, "chat", page.claim().files(FileRole.CHAT).size(), Optional.of(FileRole.CHAT));
        return new Checklist(items);
    }

    /** Returns how many of the things are there. */
    int there() {
        return (int) items.stream().filter(Item::there).count();
    }

    private static void add(List<Item> items, String name, int number, Optional<FileRole> role) {
        Item item = item(name, number);
        items.add(new Item(item.mark(), item.key(), number, item.supply(), role));
    }

    /** Returns a thing of which there are so many, and which no file supplies. */
    static Item item(String name, int number) {
        return new Item(
                number > 0 ? Mark.READY : Mark.ATTENTION,
                "ui.check." + name + (number > 0 ? ".there" : ".missing"),
                number,
                "ui.supply." + name,
                Optional.empty());
    }
}
