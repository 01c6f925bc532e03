package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shipment.ParcelLine;
import packwitness.shop.DemoMaterial;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.UiTest;
import packwitness.ui.start.CameraChoice;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The whole story by hand: first start, recording, search, claim, picture, paper. */
class DesktopPathTest extends UiTest {
    private static final String FIRST = DemoMaterial.WAYBILLS.get(0);
    private static final String SECOND = DemoMaterial.WAYBILLS.get(1);

    @TempDir private Path folder;

    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    private final ExecutorService worker = Executors.newFixedThreadPool(3);
    private final QuietSpeaker speaker = new QuietSpeaker();
    private final QuietOutside outside = new QuietOutside();
    private final AtomicReference<Shop> shop = new AtomicReference<>();

    @BeforeEach
    void openDesktop() {
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        open(stage ->
                Desktop.open(
                        stage,
                        new DesktopContext(
                                clock,
                                worker,
                                new TestOpener(settings, clock),
                                Settings.read(folder.resolve("desktop.properties")),
                                speaker,
                                outside,
                                folder.resolve("打包见证"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Manner.WINDOW)));
    }

    @AfterEach
    void closeShop() {
        // As a user closes it: what the window runs ends with it.
        robot.interact(() -> {
            Stage stage = stage();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        until("the window is closed and the vault with it", () -> !stage().isShowing());
        worker.shutdownNow();
    }

    @Test
    void fromFirstStartToThePaper() throws Exception {
        size(1366, 768);
        firstStart();
        recordTwoParcels();
        searchAndWatch();
        openClaim();
        examinePicture();
        makePaper();
    }

    private void firstStart() {
        shoot("start-1-folder-zh");
        press("#start-next");
        press("#start-by-hand");
        press("#start-address");
        robot.write("demo:?size=640x360&fps=12", 0);
        robot.type(KeyCode.ENTER);
        until("its picture is seen", () -> !text("#start-code").contains("…"));
        until("its picture is there", () -> text("#start-code").contains("画面"));
        shoot("start-2-camera-zh");
        press("#strip-lang");
        shoot("start-2-camera-en");
        press("#strip-lang");
        press("#start-next");
        scan("SF1234567890123");
        until("the scan was heard", () -> text("#scan-read").equals("SF1234567890123"));
        shoot("start-3-scanner-zh");
        press("#start-next");
        press("#stamps-TEST");
        shoot("start-4-stamps-zh");
        press("#start-next");
        shoot("start-5-orders-zh");
        press("#start-skip");
        press("#start-notice");
        until("the notice is made", () -> !outside.opened().isEmpty());
        assertTrue(Files.exists(outside.opened().getFirst()));
        shoot("start-6-papers-zh");
        press("#start-next");
        shoot("start-7-ready-zh");
        press("#start-next");
        until("the desk is ready", () -> text("#desk-state").equals("可以扫描"));
    }

    private void recordTwoParcels() throws Exception {
        scan(FIRST);
        until("the first parcel is recorded", () -> text("#desk-digits").equals("890123"));
        robot.sleep(1500);
        scan(SECOND);
        until("the second parcel is recorded", () -> text("#desk-digits").equals("210987"));
        robot.sleep(1500);
        shoot("shell-desk-recording-1366-zh");
        press("#strip-lang");
        shoot("shell-desk-recording-1366-en");
        press("#strip-lang");
        robot.type(KeyCode.F8);
        until("it stands ready again", () -> text("#desk-state").equals("可以扫描"));
        until(
                "both are sealed",
                () ->
                        ((ListView<?>) find("#desk-lines", ListView.class))
                                        .getItems().stream()
                                                .filter(line -> line.toString().contains("sealed"))
                                                .count()
                                == 2);
        press("#desk-disarm");
        until("the camera is off", () -> text("#desk-state").equals("未开机"));
        shop.get().desk().finishStills();
    }

    private void searchAndWatch() throws IOException {
        robot.type(KeyCode.F2);
        until("the parcels are listed", () -> results().getItems().size() == 2);
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, DemoMaterial.orders(clock.instant(), ZoneId.of("Asia/Shanghai")));
        outside.willChoose(orders);
        press("#import-orders");
        until("the orders are in", () -> !results().getItems().getFirst().title().isEmpty());
        shoot("parcels-zh");
        robot.type(KeyCode.F2);
        robot.write("0123", 0);
        until("one parcel fits", () -> results().getItems().size() == 1);
        robot.type(KeyCode.DOWN);
        until("its page is open", () -> text("#shipment-waybill").equals(FIRST));
        until("its film is shown", () -> text("#player-time").contains("/"));
        shoot("parcel-zh");
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.L);
        robot.sleep(600);
        robot.type(KeyCode.K);
        press("#hold-reason");
        robot.write("买家说少发一件", 0);
        press("#hold");
        until("it is on hold", () -> robot.lookup("#release").query().isVisible());
        press("#strip-lang");
        shoot("parcel-held-en");
        press("#strip-lang");
    }

    private void openClaim() {
        press("#open-claim");
        settle();
        press("#claim-reason");
        robot.write("杯子收到就是裂的，要求仅退款", 0);
        press("#claim-buyer");
        robot.write("小鱼儿", 0);
        shoot("claim-new-zh");
        press("#claim-open");
        until("the case is open", () -> text("#case-title").contains("168.00"));
        shoot("case-empty-zh");
    }

    private void examinePicture() throws IOException {
        Path ours = folder.resolve("listing.jpg");
        Files.write(ours, DemoMaterial.listingPicture());
        outside.willChoose(ours);
        press("#tab-PICTURES");
        press("#role-LISTING");
        press("#choose-picture");
        press("#tab-CHECKS");
        until("our picture is in", () -> robot.lookup("我方商品图 1 张").tryQuery().isPresent());
        Path picture = folder.resolve("IMG_20261122.png");
        Files.write(picture, DemoMaterial.buyerPicture());
        outside.willChoose(picture);
        press("#tab-PICTURES");
        press("#role-BUYER");
        press("#obtained");
        robot.write("11月22日从售后页面下载", 0);
        press("#choose-picture");
        until("it is examined", () -> robot.lookup(".finding-main").tryQuery().isPresent());
        until("it is compared", () -> robot.lookup(".comparison").tryQuery().isPresent());
        shoot("case-picture-zh");
        press("#strip-lang");
        shoot("case-picture-en");
        press("#strip-lang");
        shoot("case-compared-zh");
        press("#strip-theme");
        shoot("case-compared-dark-zh");
        press("#strip-theme");
    }

    private void makePaper() {
        press("#tab-PAPER");
        press("#reader-PLATFORM");
        press("#make-paper");
        until("the paper is made", () -> robot.lookup("#open-paper").tryQuery().isPresent());
        shoot("case-paper-zh");
        press("#strip-lang");
        shoot("case-paper-en");
        press("#open-paper");
        assertEquals(2, outside.opened().size());
        assertTrue(Files.exists(outside.opened().getLast()));
    }

    private String text(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    @SuppressWarnings("unchecked")
    private TableView<ParcelLine> results() {
        return find("#results", TableView.class);
    }

    /** Opens a real shop and lets the test see it. */
    private final class TestOpener implements Opener {
        private final ShopSettings settings;
        private final Clock clock;

        TestOpener(ShopSettings settings, Clock clock) {
            this.settings = settings;
            this.clock = clock;
        }

        @Override
        public OpenShop open(Path vault, boolean demo) throws Failure {
            if (demo) Shop.useTestAuthority(vault);
            shop.set(Shop.open(vault, settings, clock));
            return OpenShop.of(shop.get());
        }

        @Override
        public List<CameraChoice> cameras() {
            return List.of();
        }
    }
}
