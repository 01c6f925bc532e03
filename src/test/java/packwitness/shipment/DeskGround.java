package packwitness.shipment;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** A vault with a desk whose events are kept. */
final class DeskGround implements AutoCloseable {
    static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    static final String CAMERA = "demo:?fps=15&size=640x360";
    static final String LABEL = "demo:?fps=15&size=640x360&view=label";
    static final String A = "SF1234567890123";
    static final String B = "YT9876543210987";

    final Vault vault;
    final Ledger ledger;
    final PackingDesk desk;
    final ShipmentIndex index;
    final Queue<DeskEvent> told = new ConcurrentLinkedQueue<>();

    DeskGround(Path folder, DeskSettings settings) throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        ledger = Ledger.open(vault.database(), key, CLOCK);
        desk = new PackingDesk(vault, ledger, CLOCK, () -> "test", settings);
        index = new ShipmentIndex(vault, ledger);
        desk.listen(told::add);
    }

    static DeskSettings unwatched() {
        return DeskSettings.standard().withStill(Duration.ZERO);
    }

    boolean heard(String kind, String fact, Object value) {
        return told.stream()
                .anyMatch(e -> e.kind().equals(kind) && value.equals(e.facts().get(fact)));
    }

    /** Waits for something that happens on another thread. */
    static void until(String what, BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1200 && !holds.getAsBoolean(); i++) Thread.sleep(25);
        if (!holds.getAsBoolean()) throw new AssertionError("never: " + what);
    }

    @Override
    public void close() {
        desk.close();
        vault.close();
    }
}
