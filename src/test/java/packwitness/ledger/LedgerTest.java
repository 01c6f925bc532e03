package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.storage.Database;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class LedgerTest {
    @TempDir Path folder;

    @Test
    void rowAndFactCommitTogetherOrNotAtAll() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            long before = shop.ledger.size();
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            shop.vault
                                    .database()
                                    .write(tx -> {
                                        shop.ledger.append(tx, EntryKind.VIEW, Facts.of());
                                        throw new IllegalStateException(
                                                "something else went wrong");
                                    }));
            assertEquals(before, shop.ledger.size());
        }
    }

    @Test
    void rowsOfAParcelAreThoseOfItsTakesToo() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(4);
            shop.pack(2);
            List<EntryKind> kinds =
                    shop.ledger.entriesOf(parcel.shipment()).stream().map(Entry::kind).toList();
            assertEquals(6, kinds.size());
            assertEquals(EntryKind.START, kinds.getFirst());
            assertEquals(EntryKind.STOP, kinds.getLast());
        }
    }

    @Test
    void triggersRefuseEveryWayOfRewriting() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.pack(2);
            String columns = "(seq, leaf, kind, at, body)";
            String copy = " SELECT seq, leaf, kind, at, body FROM ledger_row WHERE seq = 1";
            for (String sql :
                    List.of(
                            "UPDATE ledger_row SET at = 0 WHERE seq = 1",
                            "DELETE FROM ledger_row WHERE seq = 4",
                            "INSERT OR REPLACE INTO ledger_row " + columns + copy,
                            "REPLACE INTO ledger_row " + columns + copy,
                            "INSERT INTO ledger_row "
                                    + columns
                                    + copy.replace("SELECT seq", "SELECT 99"),
                            "INSERT INTO ledger_row "
                                    + columns
                                    + copy.replace("SELECT seq", "SELECT 5"),
                            "INSERT INTO ledger_row "
                                    + columns
                                    + " VALUES (NULL, 'x', 'VIEW', 0, x'00')"))
                assertThrows(
                        Failure.class, () -> shop.vault.database().write(tx -> tx.run(sql)), sql);
            assertEquals(
                    0,
                    shop.verify(shop.root).check("C3").findings().stream()
                            .filter(f -> f.outcome() == Outcome.FAILED)
                            .count());
        }
    }

    @Test
    void personalValuesStandBesideTheLedgerOnlyAndCanBeErased() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(2);
            for (Entry entry : shop.ledger.entriesOf(parcel.shipment()))
                assertFalse(
                        new String(entry.body(), java.nio.charset.StandardCharsets.UTF_8)
                                .contains(parcel.waybill()));
            int erased =
                    shop.vault
                            .database()
                            .write(tx -> shop.ledger.erase(tx, parcel.shipment(), "asked for"));
            assertEquals(2, erased);
            shop.stamp();
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
        }
    }

    @Test
    void sameValueIsSaltedDifferentlyEachTime() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            Entry one = shop.append(EntryKind.VIEW, Facts.of().secret("buyer", "王五"));
            Entry two = shop.append(EntryKind.VIEW, Facts.of().secret("buyer", "王五"));
            assertNotEquals(one.facts().get("buyer.salted"), two.facts().get("buyer.salted"));
        }
    }

    @Test
    void severalProgramsOnOneVaultWriteOneUnbrokenChain() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            Path file = shop.vault.database().file();
            int programs = 3;
            int rows = 30;
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int p = 0; p < programs; p++) {
                int station = p + 2;
                work.add(() -> {
                    try (Database other = Database.open(file, shop.clock, station)) {
                        Ledger ledger = Ledger.open(other, shop.key, shop.clock);
                        for (int i = 0; i < rows; i++) {
                            int number = i;
                            other.write(tx -> {
                                Facts facts = Facts.of().with("n", number);
                                return ledger.append(tx, EntryKind.VIEW, facts.with("by", station));
                            });
                            if (i % 10 == 9) ledger.checkpoint();
                            // As in a shop, where nobody writes without a pause.
                            Thread.sleep(20);
                        }
                    }
                    return true;
                });
            }
            try (ExecutorService pool = Executors.newFixedThreadPool(programs)) {
                for (var done : pool.invokeAll(work)) assertTrue(done.get());
            }
            assertEquals(2 + programs * rows, shop.ledger.size());
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
        }
    }

    @Test
    void checkpointIsSignedAnewOnlyWhenRowsCame() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            Checkpoint one = shop.ledger.checkpoint();
            assertEquals(one.size(), shop.ledger.checkpoint().size());
            shop.queue.stampPending();
            assertEquals(one.size(), shop.ledger.checkpoint().size(), "a stamp alone");
            shop.append(EntryKind.VIEW, Facts.of());
            Checkpoint two = shop.ledger.checkpoint();
            assertEquals(one.size() + 2, two.size());
            assertNotEquals(one.code(), two.code());
            assertTrue(one.code().matches("[0-9A-HJKMNP-TV-Z]{8}"), one.code());
        }
    }

    @Test
    void opensslVerifiesTheCheckpoint() throws Exception {
        Shell.need("openssl");
        try (SmallShop shop = SmallShop.open(folder)) {
            Checkpoint checkpoint = shop.ledger.checkpoint();
            Files.write(folder.resolve("note"), checkpoint.note());
            Files.write(folder.resolve("sig"), checkpoint.signature());
            Files.writeString(
                    folder.resolve("pub.pem"), Pem.write("PUBLIC KEY", shop.key.publicKey()));
            String[] command = {
                "openssl", "dgst", "-sha256", "-verify", "pub.pem", "-signature", "sig", "note"
            };
            assertEquals(0, Shell.run(folder, command).code());
            Files.writeString(folder.resolve("note"), "other\n1\n");
            assertEquals(1, Shell.run(folder, command).code());
        }
    }

    @Test
    void historyThatWasExchangedIsNeverSigned() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.pack(2);
            shop.ledger.checkpoint();
            shop.tamper(
                    tx -> tx.run("UPDATE ledger_row SET leaf = ? WHERE seq = 2", "a".repeat(64)));
            shop.append(EntryKind.VIEW, Facts.of());
            Ledger fresh = Ledger.open(shop.vault.database(), shop.key, shop.clock);
            Failure failure = assertThrows(Failure.class, fresh::checkpoint);
            assertEquals(LedgerProblem.LEDGER_BROKEN, failure.problem());
        }
    }

    @Test
    void anotherDeviceKeyIsARowOfItsOwn() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.stamp();
            DeviceKey other =
                    DeviceKey.openOrMake(
                            folder.resolve("other.p12"), SmallShop.passphrase(), shop.clock);
            Ledger ledger = Ledger.open(shop.vault.database(), other, shop.clock);
            Checkpoint checkpoint = ledger.checkpoint();
            assertEquals(other.fingerprint(), checkpoint.key());
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
            assertEquals(Outcome.UNDECIDED, report.check("C4").outcome());
        }
    }

    @Test
    void wrongPassphraseIsAFailureNotAnException() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            Path p12 = shop.root.resolve("keys/device.p12");
            Failure wrong =
                    assertThrows(
                            Failure.class,
                            () -> DeviceKey.openOrMake(p12, "other".toCharArray(), shop.clock));
            assertEquals(LedgerProblem.KEY_UNREADABLE, wrong.problem());
            DeviceKey again = DeviceKey.openOrMake(p12, SmallShop.passphrase(), shop.clock);
            assertEquals(shop.key.fingerprint(), again.fingerprint());
        }
    }

    @Test
    void startWithoutStopIsAFinding() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.append(
                    EntryKind.START,
                    SmallShop.start(new ShipmentId(7), new TakeId(8), "SF1", 1, "videos/x.mp4"));
            shop.stamp();
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.FAILED, report.check("C3").outcome());
            Path part = shop.root.resolve("videos/x.mp4.part");
            Files.write(part, new byte[10]);
            assertEquals(Outcome.UNDECIDED, shop.verify(shop.root).check("C3").outcome());
        }
    }

    @Test
    void damagedDefinitionOfATableIsToldThoughTheLedgerStillReads() throws Exception {
        Path vault;
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.stamp();
            vault = shop.root;
            assertEquals(Outcome.PASSED, shop.verify(vault).outcome());
        }
        for (String bent : List.of("svate IN ('OPEN'", "state IN ('OPEN\"")) {
            Path database = vault.resolve(Vault.DATABASE);
            byte[] sound = Files.readAllBytes(database);
            String text = new String(sound, StandardCharsets.ISO_8859_1);
            int at = text.indexOf("state IN ('OPEN'");
            assertTrue(at > 0);
            Files.writeString(
                    database,
                    text.substring(0, at) + bent + text.substring(at + bent.length()),
                    StandardCharsets.ISO_8859_1);
            Report report = new Verifier().verify(List.of(vault));
            assertEquals(Outcome.UNDECIDED, report.outcome(), bent);
            Files.write(database, sound);
        }
        assertEquals(Outcome.PASSED, new Verifier().verify(List.of(vault)).outcome());
    }

    @Test
    void definitionThatWouldDoSomethingElseIsNotRun() throws Exception {
        Path stranger = folder.resolve("stranger.db");
        for (String hostile :
                List.of(
                        "ATTACH DATABASE '" + stranger + "' AS x",
                        "CREATE TABLE x AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                + " FROM n) SELECT i FROM n"))
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE y (a)");
                statement.execute("PRAGMA writable_schema = ON");
                statement.execute(
                        "UPDATE sqlite_schema SET sql = '" + hostile.replace("'", "''") + "'");
                assertTrue(VaultConnection.brokenSchema(connection).isPresent(), hostile);
            }
        assertFalse(Files.exists(stranger));
    }
}
