package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** A vault made by the first version of the program, with rows in it, is brought up to date. */
class OldVaultTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final List<String> FIRST_SCHEMA =
            List.of(
                    "V010__ids.sql",
                    "V020__ledger.sql",
                    "V030__orders.sql",
                    "V040__shipments.sql",
                    "V050__claims.sql");
    private static final String HASH = "a".repeat(64);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void makeOldVault() throws Exception {
        file = folder.resolve("packwitness.db");
        Path schema = Files.createDirectories(folder.resolve("schema"));
        for (String name : FIRST_SCHEMA)
            try (InputStream in =
                    Database.class.getResourceAsStream("/packwitness/schema/" + name)) {
                Files.copy(in, schema.resolve(name));
            }
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("filesystem:" + schema)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute(
                    "INSERT INTO shipment (id, waybill, station, first_scan, last_scan) VALUES"
                            + " (1, 'SF1234567890123', '1', 1000, 2000)");
            statement.execute(
                    "INSERT INTO take (id, shipment_id, number, state, station, camera, file,"
                        + " scanned_at, start_seq, stop_seq, bytes, sha256, chain, segments,"
                        + " received, dropped, recorded, pre_roll, first_frame, last_frame,"
                        + " first_at, last_at, reason) VALUES (10, 1, 1, 'SEALED', '1', 'demo:',"
                        + " 'videos/a.mp4', 1000, 5, 9, 77, '"
                            + HASH
                            + "', '"
                            + HASH
                            + "', 2, 30, 0, 30, 3, 0, 29, 900, 1900, 'closed')");
            statement.execute(
                    "INSERT INTO take (id, shipment_id, number, state, station, camera, file,"
                            + " scanned_at, start_seq) VALUES (11, 1, 2, 'RECORDING', '1', 'demo:',"
                            + " 'videos/b.mp4', 2000, 12)");
            statement.execute(
                    "INSERT INTO segment VALUES (10, 0, 0, 7, '"
                            + HASH
                            + "', '"
                            + HASH
                            + "', 0, 900)");
            statement.execute("INSERT INTO sighting VALUES (3, 10, 'X', 'QR', 4, 1500, 0)");
            statement.execute(
                    "INSERT INTO key_frame VALUES (10, 1, 'frames/a-1.jpg', 3, 100, 8, 8, '"
                            + HASH
                            + "', '"
                            + HASH
                            + "')");
            statement.execute("INSERT INTO desk_event VALUES (4, '1', 10, 'MARK', '', 1600)");
        }
    }

    @Test
    void everyRowIsStillThereAndTheOldTakesAreOverviews() throws Exception {
        try (Database database = Database.open(file, CLOCK, 1)) {
            Shipment parcel =
                    database.read(tx -> ShipmentTable.shipment(tx, new ShipmentId(1)))
                            .orElseThrow();
            assertTrue(parcel.bound());
            assertEquals(
                    List.of(View.OVERVIEW, View.OVERVIEW),
                    parcel.takes().stream().map(Take::view).toList());
            Take sealed = parcel.takes().getFirst();
            assertEquals(77, sealed.stop().orElseThrow().bytes());
            assertEquals(List.of(), sealed.stop().orElseThrow().gaps());
            assertEquals(1, sealed.sightings().size());
            assertEquals(1, sealed.stills().size());
            assertEquals("MARK", sealed.events().getFirst().kind());
            assertEquals(1, database.read(tx -> TakeTable.segments(tx, sealed.id())).size());
            assertEquals(1, database.read(tx -> TakeTable.running(tx, "1")).size());
        }
    }

    @Test
    void whatReferredToTheOldTableRefersToTheNewOne() throws Exception {
        try (Database database = Database.open(file, CLOCK, 1)) {
            assertEquals(List.of(), database.read(OldVaultTest::broken));
            assertThrows(
                    Failure.class,
                    () ->
                            database.write(tx ->
                                    tx.run(
                                            "INSERT INTO desk_event (id, station, take_id, kind,"
                                                + " detail, at) VALUES (9, '1', 999, 'MARK', '',"
                                                + " 1)")),
                    "a row of a take that does not exist");
        }
    }

    @Test
    void itIsOpenedAgainAsItIs() throws Exception {
        Database.open(file, CLOCK, 1).close();
        try (Database database = Database.open(file, CLOCK, 1)) {
            assertEquals(
                    2L,
                    database.read(tx ->
                                    tx.first(
                                            "SELECT count(*) AS n FROM take",
                                            row -> row.number("n")))
                            .orElseThrow());
        }
    }

    @Test
    void twoViewsShareANumberAndNeverTwice() throws Exception {
        try (Database database = Database.open(file, CLOCK, 1)) {
            String label =
                    "INSERT INTO take (id, shipment_id, number, view, state, station, camera,"
                            + " file, scanned_at, start_seq) VALUES (?, 1, 1, 'LABEL', 'RECORDING',"
                            + " '1', 'demo:', ?, 1, 1)";
            database.write(tx -> tx.run(label, 20, "videos/c.mp4"));
            assertThrows(
                    Failure.class, () -> database.write(tx -> tx.run(label, 21, "videos/d.mp4")));
        }
    }

    private static List<String> broken(Transaction tx) throws SQLException {
        return tx.list("PRAGMA foreign_key_check", row -> row.text("table"));
    }
}
