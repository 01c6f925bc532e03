package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import packwitness.bench.KeptShop;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Index files that past programs wrote are brought up to date, with everything in them. */
class KeptDatabasesTest {
    private static final Instant NOW = Instant.parse("2026-12-05T02:00:00Z");
    private static final List<String> COUNTED =
            List.of("shipment", "take", "key_frame", "ledger_row", "claim", "shop_order");

    private static final int LEDGER = COUNTED.indexOf("ledger_row");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v08", "v10", "v16", "v21"})
    void whatAPastProgramLeftIsThereAndFound(String name) throws Exception {
        Path root = Files.createDirectories(folder.resolve(name));
        Path file = root.resolve("packwitness.db");
        try (InputStream in =
                new GZIPInputStream(
                        Objects.requireNonNull(
                                KeptDatabasesTest.class.getResourceAsStream(
                                        "/packwitness/keep/old/" + name + ".db.gz")))) {
            Files.copy(in, file);
        }
        List<Long> before = counts(file);
        assertTrue(before.get(1) > 0 && before.get(3) > 0, "there is something in it");
        List<String> waybills = new ArrayList<>();
        try (KeptShop shop = KeptShop.open(root, NOW, 1)) {
            shop.index.settle();
            waybills.addAll(
                    shop.vault
                            .database()
                            .read(tx ->
                                    tx.list(
                                            "SELECT waybill FROM shipment",
                                            row -> row.text("waybill"))));
            for (String waybill : waybills)
                assertTrue(
                        shop.index.find(waybill.replace("?", ""), 10).stream()
                                .anyMatch(found -> found.waybill().text().equals(waybill)),
                        waybill);
            assertEquals(before.get(4), shop.claims.list().size());
            assertEquals(
                    List.of("ok"),
                    shop.vault
                            .database()
                            .read(tx ->
                                    tx.list(
                                            "PRAGMA integrity_check",
                                            row -> row.text("integrity_check"))));
            assertFalse(
                    new Integrity(shop.vault, shop.ledger, shop.clock())
                            .check(false, RetentionProgress.UNSEEN).faults().stream()
                                    .anyMatch(fault -> fault.kind() == Fault.Kind.DATABASE));
        }
        List<Long> after = counts(file);
        // The program of today has a key of its own and says so.
        assertTrue(after.get(LEDGER) >= before.get(LEDGER));
        after.set(LEDGER, before.get(LEDGER));
        assertEquals(before, after);
    }

    private static List<Long> counts(Path file) throws Exception {
        List<Long> counts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String table : COUNTED)
                try (var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    counts.add(row.getLong(1));
                }
        }
        return counts;
    }
}
