package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.value.Beijing;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The story a shop tells of a parcel beside the recording: what fits, and what cannot be. */
class CarrierCheckTest {
    @TempDir Path folder;

    private Check told(
            long pickedUpAfterMinutes, long deliveredAfterMinutes, Map<String, String> more)
            throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            Instant packing = shop.clock.instant();
            SmallShop.Parcel parcel = BagTest.story(shop);
            shop.clock.pass(Duration.ofDays(3));
            shop.append(
                    EntryKind.CLAIM,
                    Facts.of()
                            .shipment(parcel.shipment())
                            .with("step", "open")
                            .with(
                                    "filed_on",
                                    LocalDate.ofInstant(shop.clock.instant(), Beijing.TIME)));
            Facts said =
                    Facts.of()
                            .shipment(parcel.shipment())
                            .with("step", "facts")
                            .with("picked_up", minute(packing, pickedUpAfterMinutes))
                            .with("delivered", minute(packing, deliveredAfterMinutes));
            for (var fact : more.entrySet()) said = said.with(fact.getKey(), fact.getValue());
            shop.append(EntryKind.CLAIM, said);
            shop.stamp();
            Bag bag = shop.bag(folder.resolve("bag"), parcel);
            return shop.verify(bag.folder()).check("C12");
        }
    }

    private static String minute(Instant from, long minutes) {
        String text =
                from.plus(Duration.ofMinutes(minutes))
                        .atZone(Beijing.TIME)
                        .toLocalDateTime()
                        .toString();
        return text.substring(0, 16);
    }

    @Test
    void recordedThenPickedUpThenDeliveredFits() throws Exception {
        Check check = told(60, 2000, Map.of("weight_packed_g", "400", "weight_carrier_g", "430"));
        assertEquals(Outcome.PASSED, check.outcome(), check.details(Lang.EN).toString());
        assertTrue(check.details(Lang.EN).toString().contains("get these times from the carrier"));
    }

    @Test
    void aRecordingMadeAfterTheParcelHadLeftIsFound() throws Exception {
        Check check = told(-600, 2000, Map.of());
        assertEquals(Outcome.FAILED, check.outcome(), check.details(Lang.EN).toString());
        assertTrue(check.details(Lang.EN).toString().contains("after the pick-up time"));
    }

    @Test
    void deliveredBeforePickedUpIsFound() throws Exception {
        Check check = told(300, 60, Map.of());
        assertEquals(Outcome.FAILED, check.outcome(), check.details(Lang.EN).toString());
    }

    @Test
    void weightsFarApartAreAQuestion() throws Exception {
        Check check = told(60, 2000, Map.of("weight_packed_g", "400", "weight_carrier_g", "900"));
        assertEquals(Outcome.UNDECIDED, check.outcome(), check.details(Lang.EN).toString());
    }
}
