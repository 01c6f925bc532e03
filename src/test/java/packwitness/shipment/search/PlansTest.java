package packwitness.shipment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Each statement of a search goes by an index, never over all parcels. */
class PlansTest {
    @TempDir Path folder;

    @Test
    void everyStatementGoesByItsIndex() throws Exception {
        try (Vault vault = Vault.open(folder.resolve("vault"), Clock.systemUTC(), 1)) {
            List<String> ends = Tails.statements();
            List<String> indexes =
                    List.of(
                            "shipment_tail4",
                            "shipment_tail6",
                            "shop_order_tail4",
                            "shop_order_tail6",
                            "shipment_code_tail4");
            for (int i = 0; i < ends.size(); i++)
                assertUses(plan(vault, ends.get(i), 1), indexes.get(i));
            assertUses(plan(vault, "SELECT count(*)" + Trace.PARCELS, 4), "find_title");
            assertUses(
                    plan(vault, "SELECT count(*)" + Trace.PARCELS, 4),
                    "title_id=? AND shipment_id>? AND shipment_id<?");
            assertUses(
                    plan(vault, Sieves.MARKS, 3), "s USING PRIMARY KEY (segment=? AND bucket=?)");
            assertUses(plan(vault, Held.IDS.split(" UNION ")[2], 0), "shop_order_paid");
            assertEquals(
                    1, scans(plan(vault, Tails.statements().getFirst().replace("= ?", "<> ?"), 1)));
        }
    }

    private static void assertUses(List<String> plan, String index) {
        assertTrue(
                plan.stream().anyMatch(line -> line.startsWith("SEARCH") && line.contains(index)),
                () -> index + " in " + plan);
        assertEquals(0, scans(plan), () -> plan.toString());
        assertFalse(plan.stream().anyMatch(line -> line.contains("TEMP B-TREE")), plan.toString());
    }

    /** The few asked for and the sieves' segments may be gone through. */
    private static long scans(List<String> plan) {
        return plan.stream()
                .filter(line -> line.startsWith("SCAN"))
                .filter(line -> !line.contains("json_each") && !line.contains("VIRTUAL TABLE"))
                .filter(line -> !line.startsWith("SCAN g") && !line.startsWith("SCAN (subquery"))
                .count();
    }

    private static List<String> plan(Vault vault, String sql, int arguments) throws Failure {
        Object[] some = new Object[arguments];
        for (int i = 0; i < arguments; i++) some[i] = i == 0 ? "[1]" : 5;
        List<String> plan = new ArrayList<>();
        vault.database()
                .read(tx -> {
                    tx.each("EXPLAIN QUERY PLAN " + sql, row -> plan.add(row.text("detail")), some);
                    return true;
                });
        return plan;
    }
}
