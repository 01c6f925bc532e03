package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.bench.KeptShop.Parcel;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Outcome;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.value.Failure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class PeopleTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final Doer OWNER = new Doer("test", "老板");
    private static final String BUYER = "小雨爱吃桃";

    @TempDir Path folder;
    private KeptShop shop;
    private People people;
    private Parcel parcel;

    @BeforeEach
    void openShop() throws Failure {
        shop = KeptShop.open(folder.resolve("vault"), BEGIN, 1);
        shop.arm();
        people = new People(shop.vault, shop.ledger, shop.clock());
        parcel = shop.pack(2);
        shop.frame(parcel, shop.vault.files()::keep);
        shop.order(parcel, "2310001112", BUYER, 5990);
        shop.order(shop.pack(1), "2310009999", "别人", 100);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aPersonIsFoundByAccountOrderAndWaybillAndByNoPartOfThem() throws Exception {
        for (String text : List.of(BUYER, "2310001112", parcel.waybill())) {
            PersonData data = people.list(text);
            assertEquals(
                    List.of(parcel.shipment()),
                    data.parcels().stream().map(PersonData.Parcel::id).toList(),
                    text);
            assertEquals(1, data.orders().size(), text);
            assertTrue(data.parcels().getFirst().values() > 0);
        }
        assertTrue(people.list("小雨").isEmpty());
        assertEquals(
                KeepProblem.PERSON_TEXT_SHORT,
                assertThrows(Failure.class, () -> people.list(" 雨 ")).problem());
    }

    @Test
    void afterErasureNothingOfThemIsLeftAndTheLedgerStillVerifies() throws Exception {
        ErasedPerson erased = people.erase(BUYER, "她写信来", true, OWNER, RetentionProgress.UNSEEN);
        assertEquals(1, erased.parcels());
        assertEquals(2, erased.videos());
        assertTrue(people.list(BUYER).isEmpty());
        assertTrue(people.list(parcel.waybill()).isEmpty());
        assertFalse(people.list("别人").isEmpty());
        Report verified = verify();
        assertEquals(List.of(), verified.failed);
        shop.vault.database().copyTo(folder.resolve("copy.db"));
        String raw = Files.readString(folder.resolve("copy.db"), StandardCharsets.ISO_8859_1);
        for (String text : List.of(BUYER, parcel.waybill(), "2310001112x".substring(0, 0)))
            if (!text.isEmpty())
                assertFalse(
                        raw.contains(
                                new String(
                                        text.getBytes(StandardCharsets.UTF_8),
                                        StandardCharsets.ISO_8859_1)),
                        text + " still stands in the file");
    }

    @Test
    void erasureThatIsStoppedGoesOnWhenAskedAgain() throws Exception {
        ErasedPerson part = people.erase(BUYER, "她写信来", true, OWNER, (done, all) -> false);
        assertFalse(part.whole());
        assertEquals(1, part.videos());
        assertEquals(0, part.parcels());
        assertEquals(1, people.list(BUYER).orders().size());
        List<Integer> told = new ArrayList<>();
        ErasedPerson rest =
                people.erase(
                        BUYER,
                        "她写信来",
                        true,
                        OWNER,
                        (done, all) -> {
                            told.add(done);
                            return done <= all;
                        });
        assertTrue(rest.whole());
        assertEquals(1, rest.videos());
        assertEquals(1, rest.parcels());
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(people.list(BUYER).isEmpty());
        assertEquals(List.of(), verify().failed);
    }

    @Test
    void whatIsOnHoldIsNotErased() throws Exception {
        shop.claim(parcel);
        assertEquals(
                KeepProblem.PERSON_ON_HOLD,
                assertThrows(
                                Failure.class,
                                () ->
                                        people.erase(
                                                BUYER, "x", true, OWNER, RetentionProgress.UNSEEN))
                        .problem());
        Parcel second = shop.pack(1);
        shop.order(second, "2310001113", BUYER, 10);
        ErasedPerson erased = people.erase(BUYER, "x", false, OWNER, RetentionProgress.UNSEEN);
        assertEquals(1, erased.parcels());
        assertEquals(1, erased.heldParcels());
        PersonData left = people.list(BUYER);
        assertEquals(
                List.of(parcel.shipment()),
                left.parcels().stream().map(PersonData.Parcel::id).toList());
        assertTrue(Files.exists(shop.root.resolve(parcel.file())));
        assertEquals(List.of(), verify().failed);
    }

    @Test
    void showingAPersonInFullIsARow() throws Exception {
        people.revealed(people.list(BUYER), OWNER);
        assertTrue(
                shop.ledger.entriesOf(parcel.shipment()).stream()
                        .anyMatch(row -> row.kind() == EntryKind.VIEW));
    }

    @Test
    void masksTellNeitherNameNorLength() {
        assertEquals("小**", Masks.name("小雨"));
        assertEquals("小**", Masks.name(BUYER));
        assertEquals("SF*********0123", Masks.number("SF1234567890123"));
        assertEquals("****", Masks.number("1234"));
        assertEquals("*****6789".substring(0, 1), Masks.number("56789").substring(0, 1));
    }

    private record Report(List<String> failed) {}

    private Report verify() {
        return new Report(
                new Verifier(TrustList.shipped(), (pdf, bags) -> List.of())
                        .verify(List.of(shop.root)).checks().stream()
                                .filter(check -> check.outcome() == Outcome.FAILED)
                                .map(check -> check.id() + check.details(packwitness.value.Lang.EN))
                                .toList());
    }
}
