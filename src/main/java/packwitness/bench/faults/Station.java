package packwitness.bench.faults;

import packwitness.bench.disk.WatchedDisk;
import packwitness.capture.Cameras;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskSettings;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ScanOutcome;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real packing desk over a vault of its own, between a bad camera, disk and clock. */
final class Station implements AutoCloseable {
    static final String CAMERA = "demo:?size=320x240&fps=25";

    /** An event of the desk and when it was told. */
    record Heard(DeskEvent event, long nanos) {
        boolean alarm() {
            return event.kind().equals("alarm") && !Boolean.TRUE.equals(event.facts().get("over"));
        }

        String name() {
            return String.valueOf(event.facts().get("alarm"));
        }
    }

    final Path folder;
    final BadDisk disk = new BadDisk();
    final SetClock clock;
    final Vault vault;
    final Ledger ledger;
    final PackingDesk desk;
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    volatile Optional<BadCamera> camera = Optional.empty();
    volatile BadCamera.Mood firstMood = BadCamera.Mood.GOOD;

    Station(Path folder, Clock real) throws Failure {
        this.folder = folder.toAbsolutePath();
        clock = new SetClock(real);
        vault = Vault.open(WatchedDisk.watch(this.folder, disk), clock, 1);
        DeviceKey key =
                DeviceKey.openOrMake(this.folder.resolve("keys/device.p12"), passphrase(), clock);
        ledger = Ledger.open(vault.database(), key, clock);
        desk =
                new PackingDesk(
                        vault,
                        ledger,
                        clock,
                        () -> "bench",
                        DeskSettings.standard(),
                        (uri, now) -> {
                            BadCamera bad = new BadCamera(Cameras.open(uri, now));
                            bad.mood(firstMood);
                            camera = Optional.of(bad);
                            return bad;
                        });
        desk.listen(event -> heard.add(new Heard(event, System.nanoTime())));
    }

    static char[] passphrase() {
        return "faults".toCharArray();
    }

    /** Arms the built-in scene and begins a take. */
    void record() throws Failure, InterruptedException {
        record(CAMERA);
    }

    void record(String uri) throws Failure, InterruptedException {
        desk.arm(uri, "1");
        Thread.sleep(400);
        scan("PW00000000000001");
        Thread.sleep(1200);
    }

    ScanOutcome scan(String line) throws Failure {
        return desk.scan(line);
    }

    BadCamera camera() {
        return camera.orElseThrow();
    }

    /** Lets the camera change its mood and returns when. */
    long strike(BadCamera.Mood mood) {
        camera().mood(mood);
        return System.nanoTime();
    }

    /** Waits for an alarm told after this moment. */
    Optional<Heard> alarm(long since, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            for (Heard one : heard)
                if (one.alarm() && one.nanos() - since >= 0) return Optional.of(one);
            Thread.sleep(5);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        desk.close();
        vault.close();
    }
}
