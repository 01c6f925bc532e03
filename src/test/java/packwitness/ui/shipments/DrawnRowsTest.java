package packwitness.ui.shipments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Test;

import packwitness.shipment.ParcelLine;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.Background;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * From a text in the search field to the rows laid out in the window, over a vault that {@code
 * bench index --folder} has left. A measurement, made when asked for by {@code
 * -Dpackwitness.measured.vault=DIR}.
 */
class DrawnRowsTest extends ParcelsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WARM = 20;
    private static final int TIMES = 100;

    private TableView<ParcelLine> results;

    @Test
    void rowsAreDrawnSoonAfterTheLastKey() throws Exception {
        String vault = System.getProperty("packwitness.measured.vault", "");
        assumeTrue(!vault.isEmpty(), "a measurement, run by -Dpackwitness.measured.vault=DIR");
        Path passphrase = Path.of(vault, "drawn-passphrase");
        Files.writeString(passphrase, "bench");
        try (ExecutorService workers = Executors.newFixedThreadPool(2);
                Shop shop =
                        Shop.open(
                                Path.of(vault),
                                new ShopSettings("test", passphrase, 1),
                                Clock.system(ZONE))) {
            List<String> waybills = waybills(shop);
            show(
                    shop,
                    new ShopFilms(shop),
                    Clock.system(ZONE),
                    Background.on(workers),
                    (number, films) -> {});
            size(1366, 768);
            results = results();
            for (int cut : List.of(0, 9, 4)) {
                double[] took = new double[TIMES];
                double[] answered = new double[TIMES];
                for (int i = -WARM; i < TIMES; i++) {
                    String waybill = waybills.get((i + WARM) % waybills.size());
                    String asked = cut == 4 ? waybill.substring(4, 11) : waybill.substring(cut);
                    Drawn one = drawn(asked);
                    if (i < 0) continue;
                    took[i] = one.drawn();
                    answered[i] = one.answered();
                }
                Arrays.sort(took);
                Arrays.sort(answered);
                System.out.printf(
                        Locale.ROOT,
                        "{\"drawn\":\"%s\",\"p50_ms\":%.1f,\"p95_ms\":%.1f,\"p99_ms\":%.1f,\"answered_p50_ms\":%.1f,\"answered_p95_ms\":%.1f}%n",
                        cut == 0 ? "waybill in full" : cut == 9 ? "its last 6" : "its middle 7",
                        took[TIMES / 2],
                        took[TIMES * 95 / 100],
                        took[TIMES * 99 / 100],
                        answered[TIMES / 2],
                        answered[TIMES * 95 / 100]);
            }
        }
    }

    /** Milliseconds until the rows were in the list, and until they had been laid out twice. */
    private record Drawn(double answered, double drawn) {}

    private Drawn drawn(String asked) throws Exception {
        CompletableFuture<Long> done = new CompletableFuture<>();
        long[] begun = new long[1];
        long[] answered = new long[1];
        ListChangeListener<ParcelLine> hears =
                change -> {
                    if (answered[0] == 0) answered[0] = System.nanoTime();
                };
        robot.interact(() -> {
            Scene scene = stage().getScene();
            Runnable[] each = new Runnable[1];
            int[] seen = {0};
            each[0] =
                    () -> {
                        List<ParcelLine> rows = results.getItems();
                        // Parcels whose order number ends so may stand above it.
                        boolean there =
                                rows.stream()
                                        .limit(40)
                                        .anyMatch(row -> row.waybill().text().contains(asked));
                        if (there && ++seen[0] == 2) {
                            scene.removePostLayoutPulseListener(each[0]);
                            done.complete(System.nanoTime());
                        } else Platform.requestNextPulse();
                    };
            scene.addPostLayoutPulseListener(each[0]);
            results.getItems().addListener(hears);
            begun[0] = System.nanoTime();
            find("#search", TextField.class).setText(asked);
        });
        long end = done.get(30, TimeUnit.SECONDS);
        robot.interact(() -> results.getItems().removeListener(hears));
        return new Drawn((answered[0] - begun[0]) / 1e6, (end - begun[0]) / 1e6);
    }

    /** Returns waybills from all over the vault: its ids are no row numbers. */
    private static List<String> waybills(Shop shop) throws Exception {
        Random random = new Random(11);
        List<String> found =
                shop.vault()
                        .database()
                        .read(tx -> {
                            int rows =
                                    tx.first(
                                                    "SELECT count(*) AS n FROM shipment",
                                                    row -> (int) row.number("n"))
                                            .orElseThrow();
                            List<String> all = new ArrayList<>();
                            for (int i = 0; i < WARM + TIMES; i++)
                                tx.first(
                                                "SELECT waybill FROM shipment ORDER BY id LIMIT 1"
                                                        + " OFFSET ?",
                                                row -> row.text("waybill"),
                                                random.nextInt(rows))
                                        .ifPresent(all::add);
                            return all;
                        });
        assertEquals(WARM + TIMES, Set.copyOf(found).size());
        return found;
    }
}
