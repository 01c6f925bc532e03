package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.value.ClaimId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PrivacyTest {
    @TempDir Path folder;

    @Test
    void bagDisclosesNothingOfOtherParcels() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.stamp();
            SmallShop.Parcel mine = shop.pack(2);
            SmallShop.Parcel other = shop.pack(2);
            buyer(shop, mine, 1, "李女士 13800001111");
            buyer(shop, other, 2, "王先生 13900002222");
            shop.stamp();
            Path bag = folder.resolve("bag");
            shop.bag(bag, mine);
            String all = all(bag);
            assertTrue(all.contains("李女士 13800001111"));
            assertTrue(all.contains(mine.waybill()));
            for (String secret :
                    List.of(
                            "王先生",
                            "13900002222",
                            other.waybill(),
                            other.shipment().toString(),
                            other.take().toString())) assertFalse(all.contains(secret), secret);
            for (Salted salt : salts(shop, other))
                assertFalse(all.contains(salt.salt()), salt.name());
        }
    }

    @Test
    void rowsHoldNoPersonalValueInTheClear() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(1);
            buyer(shop, parcel, 1, "李女士 13800001111");
            for (Entry row : shop.ledger.entriesOf(parcel.shipment())) {
                String body = new String(row.body(), StandardCharsets.UTF_8);
                for (String secret : List.of("李女士", "13800001111", parcel.waybill(), "小王"))
                    assertFalse(body.contains(secret), body);
            }
        }
    }

    @Test
    void erasingAPersonsDataBreaksNothing() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(1);
            SmallShop.Parcel other = shop.pack(1);
            buyer(shop, parcel, 1, "李女士 13800001111");
            buyer(shop, other, 2, "王先生 13900002222");
            shop.stamp();
            int erased =
                    shop.vault
                            .database()
                            .write(tx -> shop.ledger.erase(tx, parcel.shipment(), "on request"));
            assertEquals(5, erased);
            shop.stamp();
            Report report = shop.verify(shop.root);
            assertEquals(
                    Outcome.PASSED, report.outcome(), report.check("C1").findings().toString());
            assertEquals(List.of(Ledger.WHO), names(shop, parcel), "who erased it stays");
            assertEquals(5, shop.ledger.personal(other.shipment()).size());
            Path bag = folder.resolve("bag");
            shop.bag(bag, parcel);
            assertEquals(Outcome.PASSED, shop.verify(bag, shop.root).outcome());
            assertFalse(all(bag).contains("李女士"));
        }
    }

    @Test
    void valuesOfSomeNamesAreErasedAndTheOthersMustStay() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(1);
            buyer(shop, parcel, 1, "李女士 13800001111");
            int erased =
                    shop.vault
                            .database()
                            .write(tx ->
                                    shop.ledger.erase(
                                            tx,
                                            parcel.shipment(),
                                            java.util.Set.of("buyer", "reason"),
                                            "on request"));
            assertEquals(2, erased);
            assertTrue(names(shop, parcel).contains("waybill"));
            shop.stamp();
            assertEquals(Outcome.PASSED, shop.verify(shop.root).outcome());
            shop.tamper(tx -> tx.run("DELETE FROM ledger_salt WHERE name = 'waybill'"));
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.FAILED, report.check("C1").outcome());
        }
    }

    @Test
    void originalThatARowCallsErasedMayBeGoneAndNoOther() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(1);
            SmallShop.Parcel other = shop.pack(1);
            var hash = packwitness.storage.EvidenceFolder.hash(parcel.video());
            shop.vault
                    .database()
                    .write(tx ->
                            shop.ledger.erasedOriginal(
                                    tx, parcel.shipment(), parcel.take(), hash, "retention"));
            Files.delete(parcel.video());
            shop.stamp();
            assertEquals(Outcome.PASSED, shop.verify(shop.root).outcome());
            Files.delete(other.video());
            assertEquals(Outcome.FAILED, shop.verify(shop.root).check("C1").outcome());
        }
    }

    @Test
    void custodyRowsSayWhoAndOnlyAsASaltedHash() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(1);
            Entry view = shop.append(EntryKind.VIEW, Facts.of().shipment(parcel.shipment()));
            assertTrue(view.facts().containsKey(Ledger.WHO + ".salted"));
            assertTrue(names(shop, parcel).contains(Ledger.WHO));
            Entry looked = shop.append(EntryKind.INSPECT, Facts.of().shipment(parcel.shipment()));
            assertTrue(looked.facts().containsKey(Ledger.WHO + ".salted"));
            Entry named =
                    shop.append(
                            EntryKind.HOLD,
                            Facts.of().shipment(parcel.shipment()).secret(Ledger.WHO, "小李"));
            assertEquals(
                    "小李",
                    shop.ledger.personal(parcel.shipment()).stream()
                            .filter(one -> one.seq() == named.seq())
                            .findFirst()
                            .orElseThrow()
                            .value());
        }
    }

    private static List<String> names(SmallShop shop, SmallShop.Parcel parcel) throws Exception {
        return shop.ledger.personal(parcel.shipment()).stream().map(PersonalValue::name).toList();
    }

    private static void buyer(SmallShop shop, SmallShop.Parcel parcel, long claim, String who)
            throws Exception {
        shop.append(
                EntryKind.CLAIM,
                Facts.of()
                        .shipment(parcel.shipment())
                        .claim(new ClaimId(claim))
                        .with("step", "open")
                        .secret("buyer", who)
                        .secret("reason", "破损"));
    }

    private static List<Salted> salts(SmallShop shop, SmallShop.Parcel parcel) throws Exception {
        List<Entry> rows = shop.ledger.entriesOf(parcel.shipment());
        return shop.vault
                .database()
                .read(tx -> {
                    List<Salted> all = new java.util.ArrayList<>();
                    for (Entry row : rows) all.addAll(LedgerTable.salts(tx, row.seq()));
                    return all;
                });
    }

    private static String all(Path bag) throws Exception {
        StringBuilder all = new StringBuilder();
        for (Path file : Shell.filesUnder(bag)) {
            all.append(bag.relativize(file)).append('\n');
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
