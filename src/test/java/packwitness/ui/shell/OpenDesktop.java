package packwitness.ui.shell;

import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.NewClaim;
import packwitness.shop.DemoMaterial;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.UiTest;
import packwitness.value.Beijing;
import packwitness.value.Fen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A desktop on a vault with two parcels and a claim in it. */
abstract class OpenDesktop extends UiTest {
    @TempDir private Path folder;

    private final Clock clock = Clock.system(Beijing.TIME);
    private final ExecutorService worker = Executors.newFixedThreadPool(3);

    @BeforeEach
    void openDesktop() throws Exception {
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        Path vault = folder.resolve("打包见证");
        fill(vault, settings);
        open(stage ->
                Desktop.open(
                        stage,
                        TestContext.of(
                                folder,
                                clock,
                                worker,
                                new ShopOpener(settings, clock),
                                vault,
                                Manner.WINDOW)));
        size(1366, 768);
        until("the vault is open", () -> robot.lookup("#go-DESK").tryQuery().isPresent());
    }

    /** Two parcels of a second, their orders, and a claim about the first. */
    private void fill(Path vault, ShopSettings settings) throws Exception {
        Shop.useTestAuthority(vault);
        try (Shop shop = Shop.open(vault, settings, clock)) {
            shop.arm("demo:?size=640x360&fps=12", "1");
            shop.desk().scan(DemoMaterial.WAYBILLS.getFirst());
            Thread.sleep(1200);
            shop.desk().scan(DemoMaterial.WAYBILLS.get(1));
            Thread.sleep(1200);
            shop.desk().stop();
            shop.desk().disarm();
            shop.desk().finishStills();
            Path orders = folder.resolve("orders.csv");
            Files.writeString(orders, DemoMaterial.orders(clock.instant(), Beijing.TIME));
            shop.orders().take(orders);
            shop.checkpoint();
            shop.claims()
                    .open(
                            new NewClaim(
                                    shop.index()
                                            .find(DemoMaterial.WAYBILLS.getFirst(), 1)
                                            .getFirst()
                                            .id(),
                                    "pinduoduo",
                                    "杯子收到就是裂的",
                                    Fen.ofYuan("168"),
                                    false,
                                    LocalDate.now(clock),
                                    Optional.of(clock.instant().plus(Duration.ofHours(5))),
                                    Optional.of("小鱼儿")));
        }
    }

    @AfterEach
    void closeShop() {
        robot.interact(() -> {
            Stage stage = stage();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        until("the window is closed", () -> !stage().isShowing());
        worker.shutdownNow();
    }
}
