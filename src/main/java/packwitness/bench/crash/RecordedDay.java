package packwitness.bench.crash;

import packwitness.bench.disk.WatchedDisk;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.PackingDesk;
import packwitness.storage.Database;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One recorded stretch of work at a real packing desk with a real vault, and the tape of all it did
 * to the disk.
 *
 * @param base the vault as it was before, all of it on the disk
 * @param journal the index's journal as it was at the end; it only grew
 */
record RecordedDay(Path base, List<Tape.Step> steps, byte[] journal, int synchronous) {
    private static final String JOURNAL = Vault.DATABASE + "-wal";
    private static final String CAMERA = "demo:?size=320x240&fps=30";
    static final double RATE = 30;

    /** Records a few parcels: a switch, a second take, a stop, stills being cut. */
    static RecordedDay record(Path folder, char[] passphrase, Random chance, Clock clock)
            throws Failure, IOException, InterruptedException {
        Path live = folder.resolve("live").toAbsolutePath();
        try (Vault vault = Vault.open(live, clock, 1)) {
            ledger(vault, live, passphrase, clock);
        }
        Path base = folder.resolve("base");
        copy(live, base);
        byte[] before = Files.readAllBytes(live.resolve(Vault.DATABASE));
        Path journal = live.resolve(JOURNAL);
        Tape tape = new Tape(live, journal, clock);
        int synchronous;
        byte[] grown;
        try (Vault vault = Vault.open(WatchedDisk.watch(live, tape), clock, 1);
                // As long as somebody reads from the beginning, nothing moves from the journal into
                // the index: its length at any moment is all there is to know.
                Connection reader = reader(live)) {
            synchronous = vault.database().write(RecordedDay::synchronous);
            Ledger ledger = ledger(vault, live, passphrase, clock);
            try (PackingDesk desk = new PackingDesk(vault, ledger, clock, () -> "bench")) {
                work(desk, new Ear(vault.database(), journal, tape, synchronous), chance);
            }
            grown = Files.readAllBytes(journal);
            if (!Arrays.equals(before, Files.readAllBytes(live.resolve(Vault.DATABASE))))
                throw new IOException("the journal was moved into the index while being watched");
            reader.rollback();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return new RecordedDay(base, tape.steps(), grown, synchronous);
    }

    private static int synchronous(packwitness.storage.Transaction tx) throws SQLException {
        return tx.first("PRAGMA synchronous", row -> (int) row.number("synchronous")).orElse(0);
    }

    private static Ledger ledger(Vault vault, Path live, char[] passphrase, Clock clock)
            throws Failure {
        DeviceKey key = DeviceKey.openOrMake(live.resolve("keys/device.p12"), passphrase, clock);
        return Ledger.open(vault.database(), key, clock);
    }

    private static Connection reader(Path live) throws SQLException {
        Connection reader =
                DriverManager.getConnection("jdbc:sqlite:" + live.resolve(Vault.DATABASE));
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM take").close();
        }
        return reader;
    }

    private static void work(PackingDesk desk, Ear ear, Random chance)
            throws Failure, InterruptedException {
        desk.listen(ear::hear);
        desk.arm(CAMERA, "1");
        desk.scan("PW00000000000001");
        Thread.sleep(1700 + chance.nextInt(900));
        desk.scan("PW00000000000002");
        Thread.sleep(700 + chance.nextInt(900));
        desk.scan("PW-REDO");
        Thread.sleep(1200 + chance.nextInt(900));
        desk.scan("PW-STOP");
        Thread.sleep(500 + chance.nextInt(300));
        desk.scan("PW00000000000003");
        Thread.sleep(2200 + chance.nextInt(600));
        desk.disarm();
        desk.finishStills();
    }

    /** Hears what the desk promises, and asks the index how much of it is on the disk. */
    private record Ear(Database database, Path journal, Tape tape, int synchronous) {
        private static final int FULL = 2;

        void hear(DeskEvent event) {
            long take = event.facts().get("take") instanceof Long number ? number : 0;
            switch (event.kind()) {
                case "scan" -> {
                    Instant accepted =
                            event.facts().get("durable_ms") instanceof Double millis
                                    ? event.at().minus(Duration.ofNanos((long) (millis * 1e6)))
                                    : event.at();
                    String kind = String.valueOf(event.facts().get("kind"));
                    tape.told(forced(), promises -> promises.scanned(kind, take, accepted));
                }
                case "segment" -> {
                    int number = event.facts().get("segment") instanceof Integer n ? n : 0;
                    tape.told(forced(), promises -> promises.segment(take, number));
                }
                case "sealed" -> {
                    String hash = String.valueOf(event.facts().get("sha256"));
                    tape.told(forced(), promises -> promises.sealed(take, hash));
                }
                default -> {}
            }
        }

        /**
         * Returns how much of the journal is forced: on the thread that writes the index, before
         * this transaction has written anything, all of it is - where each commit is forced at all.
         */
        private long forced() {
            try {
                return database.write(tx -> {
                    try {
                        return synchronous >= FULL && Files.exists(journal)
                                ? Files.size(journal)
                                : 0L;
                    } catch (IOException e) {
                        return 0L;
                    }
                });
            } catch (Failure e) {
                return 0;
            }
        }
    }

    /** Makes the vault anew as it would be found after a power cut behind this step. */
    void cut(int step, ForgetfulDisk.Flaw flaw, Random chance, Path target) throws IOException {
        copy(base, target);
        ForgetfulDisk disk = new ForgetfulDisk(flaw);
        for (int i = 0; i <= step; i++) disk.follow(steps.get(i));
        disk.cut(target, chance);
        byte[] left = disk.journal(journal, steps.get(step), chance);
        Path file = target.resolve(JOURNAL);
        Files.deleteIfExists(file);
        if (left.length > 0) Files.write(file, left);
    }

    /** Returns what had been promised up to this step. */
    List<Promises.Told> promised(int step) {
        Promises promises = new Promises();
        for (int i = 0; i <= step; i++) steps.get(i).promise().accept(promises);
        return promises.all();
    }

    /** Returns the latest moment at which the power can have gone behind this step. */
    Instant until(int step) {
        return steps.get(Math.min(step + 1, steps.size() - 1)).at();
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) Files.createDirectories(target);
            else if (!file.toString().endsWith("-shm")) Files.copy(file, target);
        }
    }
}
