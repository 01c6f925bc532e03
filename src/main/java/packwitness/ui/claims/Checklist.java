package packwitness.ui.claims;

import packwitness.claim.FileRole;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.ui.kit.Mark;

import java.util.ArrayList;
import java.util.List;

/** What a case has and what it lacks, in the order in which a reader asks for it. */
record Checklist(List<Item> items) {
    /** One thing; {@code key} names its sentence, which counts {@code number} of them. */
    record Item(Mark mark, String key, int number) {}

    static Checklist of(ClaimPage page) {
        Shipment shipment = page.shipment();
        List<Item> items = new ArrayList<>();
        add(
                items,
                "video",
                (int) shipment.takes().stream().filter(t -> t.stop().isPresent()).count());
        add(
                items,
                "label",
                (int)
                        shipment.takes().stream()
                                .flatMap(take -> take.sightings().stream())
                                .filter(Take.Sighting::isTheWaybill)
                                .count());
        add(items, "order", shipment.orders().size());
        add(items, "buyer", page.claim().files(FileRole.BUYER).size());
        add(items, "listing", page.claim().files(FileRole.LISTING).size());
        add(items, "chat", page.claim().files(FileRole.CHAT).size());
        return new Checklist(items);
    }

    private static void add(List<Item> items, String name, int number) {
        items.add(
                new Item(
                        number > 0 ? Mark.READY : Mark.OFF,
                        "ui.check." + name + (number > 0 ? ".there" : ".missing"),
                        number));
    }
}
