package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.shipment.DeskSettings;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ShipmentIndex;
import packwitness.storage.Vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** A drill with a film that a desk has recorded. */
class RecordedDrillTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final String WAYBILL = "SF1234567890123";

    @TempDir Path folder;

    @Test
    void whatWasRecordedPlaysAndVerifiesOutOfTheBackup() throws Exception {
        Path nas = Files.createDirectories(folder.resolve("nas"));
        try (Vault vault = Vault.open(folder.resolve("vault"), CLOCK, 1)) {
            DeviceKey key =
                    DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
            Ledger ledger = Ledger.open(vault.database(), key, CLOCK);
            record(vault, ledger);
            new Backup(vault, CLOCK).run(nas, false, RetentionProgress.UNSEEN);
            DrillResult good = new Drill(vault, CLOCK).run(nas, 5, RetentionProgress.UNSEEN);
            assertEquals(new DrillResult(1, 1, 1, List.of(), true), good);
            assertTrue(good.holds());
            String film =
                    new ShipmentIndex(vault, ledger).require(WAYBILL).takes().getFirst().file();
            Path copy = nas.resolve("files").resolve(film);
            byte[] bytes = Files.readAllBytes(copy);
            bytes[bytes.length / 2] ^= 1;
            Files.write(copy, bytes);
            DrillResult bad = new Drill(vault, CLOCK).run(nas, 5, RetentionProgress.UNSEEN);
            assertEquals(List.of(film), bad.faults());
        }
    }

    private static void record(Vault vault, Ledger ledger) throws Exception {
        DeskSettings settings = DeskSettings.standard().withStill(Duration.ZERO);
        try (PackingDesk desk = new PackingDesk(vault, ledger, CLOCK, () -> "test", settings)) {
            desk.arm("demo:?fps=15&size=640x360", "1");
            desk.scan(WAYBILL);
            Thread.sleep(2500);
            desk.disarm();
            desk.finishStills();
        }
    }
}
