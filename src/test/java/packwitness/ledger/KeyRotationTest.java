package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;

import java.nio.file.Files;
import java.nio.file.Path;

class KeyRotationTest {
    @TempDir Path folder;

    @Test
    void renewedKeyIsSignedByTheOldOneAndTheNewOne() throws Exception {
        SmallShop shop = SmallShop.open(folder);
        shop.pack(1);
        shop.stamp();
        shop.close();
        DeviceKey next = DeviceKey.renew(p12(shop), SmallShop.passphrase(), shop.clock);
        assertTrue(!next.fingerprint().equals(shop.key.fingerprint()));
        try (SmallShop again = reopened(shop)) {
            SmallShop.Parcel parcel = again.pack(1);
            again.stamp();
            Report report = again.verify(again.root);
            assertEquals(Outcome.PASSED, report.check("C4").outcome(), said(report));
            assertTrue(said(report).contains("key.handedOver"), said(report));
            Path bag = folder.resolve("bag");
            again.bag(bag, parcel);
            Report ofBag = again.verify(bag);
            assertEquals(Outcome.PASSED, ofBag.check("C4").outcome(), said(ofBag));
            assertTrue(said(ofBag).contains("key.handedOver"));
        }
    }

    @Test
    void lostKeyIsReplacedAndTheLedgerShowsThatNobodyHandedItOver() throws Exception {
        SmallShop shop = SmallShop.open(folder);
        shop.stamp();
        shop.close();
        Files.delete(p12(shop));
        try (SmallShop again = reopened(shop)) {
            again.stamp();
            Report report = again.verify(again.root);
            assertEquals(Outcome.UNDECIDED, report.check("C4").outcome());
            assertTrue(said(report).contains("key.changed"));
        }
    }

    @Test
    void restoredKeyOfABackupSignsOn() throws Exception {
        SmallShop shop = SmallShop.open(folder);
        shop.stamp();
        shop.close();
        Path backup = Files.copy(p12(shop), folder.resolve("backup.p12"));
        Files.delete(p12(shop));
        Files.copy(backup, p12(shop));
        try (SmallShop again = reopened(shop)) {
            again.pack(1);
            again.stamp();
            assertEquals(Outcome.PASSED, again.verify(again.root).check("C4").outcome());
        }
    }

    @Test
    void oldKeyCannotSignAnyMoreOnceAnotherIsInForce() throws Exception {
        SmallShop shop = SmallShop.open(folder);
        shop.stamp();
        shop.close();
        DeviceKey.renew(p12(shop), SmallShop.passphrase(), shop.clock);
        try (SmallShop again = reopened(shop)) {
            again.pack(1);
            Checkpoint newest = again.stamp();
            again.tamper(tx ->
                    tx.run(
                            "UPDATE ledger_checkpoint SET signature = ?, key = ? WHERE size = ?",
                            shop.key.sign(newest.note()),
                            shop.key.fingerprint(),
                            newest.size()));
            Report report = again.verify(again.root);
            assertEquals(Outcome.FAILED, report.check("C4").outcome());
            assertTrue(said(report).contains("checkpoint.otherKey"), said(report));
        }
    }

    @Test
    void handOverSignedByAStrangerIsFound() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            DeviceKey stranger =
                    DeviceKey.openOrMake(
                            folder.resolve("s.p12"), SmallShop.passphrase(), shop.clock);
            shop.append(
                    EntryKind.KEY,
                    Facts.of()
                            .with("key", stranger.fingerprint())
                            .with(
                                    "spki",
                                    java.util.Base64.getEncoder()
                                            .encodeToString(stranger.publicKey()))
                            .with("by_old", "AAAA")
                            .with("by_new", "AAAA"));
            Report report = shop.verify(shop.root);
            assertTrue(said(report).contains("key.signature"), said(report));
        }
    }

    private SmallShop reopened(SmallShop shop) throws Exception {
        return new SmallShop(shop.root, folder.resolve("tsa"), shop.clock);
    }

    private static Path p12(SmallShop shop) {
        return shop.root.resolve("keys/device.p12");
    }

    private static String said(Report report) {
        return report.check("C4").findings().toString();
    }
}
