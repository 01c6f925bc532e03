package packwitness.bench.faults;

import packwitness.bench.faults.BadCamera.Mood;
import packwitness.shipment.PackingDesk;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What clocks, the index and people do. */
final class DeskFaults {
    private static final long CLOCK = 5000;
    private static final long ANSWER = 20_000;

    private DeskFaults() {}

    static List<Fault> all() {
        return List.of(
                clock("clock set back an hour", Duration.ofHours(-1)),
                clock("clock set forward an hour", Duration.ofHours(1)),
                clock("clock set forward 3 s", Duration.ofSeconds(3)),
                Fault.harmless(
                        "clock drifts 200 ms in 2 s",
                        (station, struck) -> {
                            station.record();
                            for (int i = 0; i < 20; i++) {
                                station.clock.set(Duration.ofMillis(10));
                                Thread.sleep(100);
                            }
                            return System.nanoTime();
                        }),
                Fault.harmless(
                        "index locked by another program for 2 s",
                        (station, struck) -> locked(station, struck, 2000)),
                Fault.alarm(
                        "index locked by another program for 20 s",
                        ANSWER,
                        (station, struck) -> locked(station, struck, 20_000),
                        station -> Thread.sleep(1500)),
                Fault.alarm(
                        "no room for the index",
                        5000,
                        (station, struck) -> {
                            station.record();
                            long now = System.nanoTime();
                            full(station, true);
                            DiskFaults.scan(station, struck, "PW00000000000002");
                            return now;
                        },
                        station -> {
                            Thread.sleep(500);
                            full(station, false);
                            Thread.sleep(800);
                        }),
                Fault.harmless("two scans in one millisecond", DeskFaults::together),
                Fault.harmless(
                        "scan while the station is being disarmed",
                        (station, struck) -> {
                            station.record();
                            CountDownLatch go = new CountDownLatch(1);
                            Thread other =
                                    Thread.ofPlatform()
                                            .start(() -> {
                                                await(go);
                                                DiskFaults.scan(
                                                        station, struck, "PW00000000000002");
                                            });
                            go.countDown();
                            station.desk.disarm();
                            other.join();
                            return System.nanoTime();
                        }),
                Fault.answer(
                        "a second desk at the same station",
                        1000,
                        (station, struck) -> {
                            station.record();
                            long now = System.nanoTime();
                            try (PackingDesk second =
                                    new PackingDesk(
                                            station.vault,
                                            station.ledger,
                                            station.clock,
                                            () -> "bench")) {
                                second.arm(Station.CAMERA, "1");
                            } catch (Failure e) {
                                struck.answered(e.problem().key());
                            }
                            return now;
                        }),
                Fault.harmless(
                        "scan before the first frame",
                        (station, struck) -> {
                            station.firstMood = Mood.STALLS;
                            Thread arming =
                                    Thread.ofPlatform()
                                            .start(() -> {
                                                try {
                                                    station.desk.arm(Station.CAMERA, "1");
                                                } catch (Failure e) {
                                                    struck.answered(e.problem().key());
                                                }
                                            });
                            while (station.camera.isEmpty()) Thread.sleep(5);
                            Thread scanning =
                                    Thread.ofPlatform()
                                            .start(() ->
                                                    DiskFaults.scan(
                                                            station, struck, "PW00000000000001"));
                            Thread.sleep(500);
                            station.camera().mood(Mood.GOOD);
                            arming.join();
                            scanning.join();
                            Thread.sleep(1000);
                            return System.nanoTime();
                        }),
                Fault.harmless(
                        "a listener throws at every event",
                        (station, struck) -> {
                            station.desk.listen(event -> {
                                throw new IllegalStateException("planted");
                            });
                            station.record();
                            station.scan("PW00000000000002");
                            Thread.sleep(1000);
                            return System.nanoTime();
                        }));
    }

    private static Fault clock(String name, Duration by) {
        return Fault.alarm(
                name,
                CLOCK,
                (station, struck) -> {
                    station.record();
                    station.clock.set(by);
                    return System.nanoTime();
                },
                station -> Thread.sleep(1000));
    }

    private static long together(Station station, Fault.Struck struck)
            throws InterruptedException, Failure {
        station.record();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads =
                List.of("PW00000000000002", "PW00000000000003").stream()
                        .map(code ->
                                Thread.ofPlatform()
                                        .start(() -> {
                                            await(go);
                                            DiskFaults.scan(station, struck, code);
                                        }))
                        .toList();
        go.countDown();
        for (Thread thread : threads) thread.join();
        Thread.sleep(1200);
        return System.nanoTime();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the index as another program would: by a connection of its own. */
    private static long locked(Station station, Fault.Struck struck, long millis)
            throws SQLException, InterruptedException, Failure {
        station.record();
        long now = System.nanoTime();
        try (Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + station.folder.resolve(Vault.DATABASE));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Thread scanning =
                    Thread.ofPlatform()
                            .start(() -> DiskFaults.scan(station, struck, "PW00000000000002"));
            Thread.sleep(millis);
            statement.execute("ROLLBACK");
            scanning.join();
        }
        Thread.sleep(500);
        return now;
    }

    private static void full(Station station, boolean full) throws Failure {
        station.vault
                .database()
                .write(tx -> {
                    long pages =
                            tx.first("PRAGMA page_count", row -> row.number("page_count"))
                                    .orElse(0L);
                    return tx.first(
                                    "PRAGMA max_page_count = " + (full ? pages : 1_000_000_000L),
                                    row -> row.number("max_page_count"))
                            .orElse(0L);
                });
    }
}
