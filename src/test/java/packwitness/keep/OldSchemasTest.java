package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A vault that stopped at any past state of the schema is brought up to date with what was in it.
 */
class OldSchemasTest {
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
    private static final String HASH =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir Path folder;

    @Test
    void everyPastStateIsBroughtUpToDate() throws Exception {
        List<String> versions = versions();
        assertTrue(versions.size() > 10);
        for (String version : versions) {
            Path vault = Files.createDirectories(folder.resolve("v" + version));
            boolean packed = makeOld(vault, version);
            try (KeptShop shop = KeptShop.open(vault, NOW.plus(Duration.ofDays(400)), 1)) {
                assertEquals(
                        List.of("ok"),
                        shop.vault
                                .database()
                                .read(tx ->
                                        tx.list(
                                                "PRAGMA integrity_check",
                                                row -> row.text("integrity_check"))),
                        version);
                assertEquals(
                        packed ? 1 : 0,
                        shop.retention().plan().count(Kind.VIDEO),
                        "the old recording, from " + version);
                assertEquals(
                        List.of(),
                        new Integrity(shop.vault, shop.ledger, shop.clock())
                                .check(true, RetentionProgress.UNSEEN)
                                .faults(),
                        version);
            }
        }
    }

    private static List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (MigrationInfo one :
                Flyway.configure()
                        .dataSource("jdbc:sqlite::memory:", null, null)
                        .locations("classpath:packwitness/schema")
                        .load()
                        .info()
                        .all()) versions.add(String.valueOf(one.getVersion()));
        return versions;
    }

    /** Makes a vault as it was; returns whether recordings were known by then. */
    private static boolean makeOld(Path vault, String version) throws Exception {
        String url = "jdbc:sqlite:" + vault.resolve("packwitness.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:packwitness/schema")
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (!has(statement, "take")) return false;
            statement.execute(
                    "INSERT INTO shipment (id, waybill, station, first_scan, last_scan) VALUES (1,"
                            + " 'SF1234567890123', '1', 1000, 2000)");
            boolean views =
                    statement
                                    .executeQuery(
                                            "SELECT count(*) FROM pragma_table_info('take') WHERE"
                                                    + " name = 'view'")
                                    .getInt(1)
                            > 0;
            statement.execute(
                    "INSERT INTO take (id, shipment_id, number, "
                            + (views ? "view, " : "")
                            + "state, station, camera, file, scanned_at, start_seq, stop_seq,"
                            + " bytes, sha256, chain, segments, received, dropped, recorded,"
                            + " pre_roll, first_frame, last_frame, first_at, last_at, reason)"
                            + " VALUES (10, 1, 1, "
                            + (views ? "'OVERVIEW', " : "")
                            + "'SEALED', '1', 'demo:', 'videos/a.mp4', 1000, 5, 9, 0, '"
                            + HASH
                            + "', '"
                            + HASH
                            + "', 2, 30, 0, 30, 3, 0, 29, 900, 1900, 'closed')");
        }
        Files.createDirectories(vault.resolve("videos"));
        Files.write(vault.resolve("videos/a.mp4"), new byte[0]);
        return true;
    }

    private static boolean has(Statement statement, String table) throws SQLException {
        try (var row =
                statement.executeQuery(
                        "SELECT count(*) FROM sqlite_schema WHERE name = '" + table + "'")) {
            return row.getInt(1) > 0;
        }
    }
}
