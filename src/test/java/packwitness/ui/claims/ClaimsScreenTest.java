package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.ClaimState;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.dossier.draft.Paragraph;
import packwitness.shop.DemoMaterial;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.ShipmentId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The board and the sheets of a case over a real vault. */
class ClaimsScreenTest extends UiTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir private Path folder;

    private final Clock clock = Clock.system(ZONE);
    private final ExecutorService worker = Executors.newFixedThreadPool(2);
    private final QuietOutside outside = new QuietOutside();
    private final Words words = new Words(Lang.ZH);
    private Shop shop;
    private ClaimsViewModel model;
    private ClaimsView view;
    private int actions;

    @BeforeEach
    void openVault() throws Exception {
        Path vault = folder.resolve("vault");
        Shop.useTestAuthority(vault);
        shop = Shop.open(vault, new ShopSettings("test", folder.resolve("passphrase"), 1), clock);
        shop.arm("demo:?size=640x360&fps=12", "1");
        shop.desk().scan(DemoMaterial.WAYBILLS.getFirst());
        Thread.sleep(1500);
        shop.desk().disarm();
        shop.desk().finishStills();
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, DemoMaterial.orders(clock.instant(), ZONE));
        shop.orders().take(orders);
        claims();
    }

    private void claims() throws Exception {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        ShipmentId parcel = shop.index().find("", 1).getFirst().id();
        RefundClaim first =
                claim(parcel, "拼多多", "杯子收到就是裂的，要求仅退款", 16_800, today, Duration.ofHours(4));
        claim(parcel, "拼多多", "少发一件", 9_900, today.minusDays(9), Duration.ofHours(30));
        RefundClaim third =
                claim(parcel, "淘宝", "杯口有缺角", 268_00, today.minusDays(20), Duration.ofDays(4));
        RefundClaim ended =
                claim(parcel, "拼多多", "颜色不对", 5_900, today.minusDays(40), Duration.ofHours(1));
        shop.claims().outcome(ended.id(), ClaimState.WON, "录像里看得清面单和封箱");
        shop.claims().buyers().say(first.id(), third.id(), true, "同一收货电话");
        Path ours = folder.resolve("listing.jpg");
        Files.write(ours, DemoMaterial.listingPicture());
        shop.claims().add(first.id(), FileRole.LISTING, ours, "商品页原图");
    }

    private RefundClaim claim(
            ShipmentId parcel,
            String platform,
            String reason,
            long fen,
            LocalDate day,
            Duration left)
            throws Exception {
        return shop.claims()
                .open(
                        new NewClaim(
                                parcel,
                                platform,
                                reason,
                                new Fen(fen),
                                true,
                                day,
                                Optional.of(clock.instant().plus(left)),
                                Optional.of("小鱼儿")));
    }

    private void show() {
        open(stage -> {
            model = new ClaimsViewModel(new ShopClaims(shop), Background.on(worker), clock, ZONE);
            view = new ClaimsView(model, words, new Times(ZONE), outside, clock);
            Scene scene = new Scene(view.node(), 1266, 720);
            Theme.style(scene);
            Theme.LIGHT.dress();
            stage.setScene(scene);
            stage.show();
            view.shown();
        });
    }

    @AfterEach
    void closeVault() {
        robot.interact(() -> {
            view.hidden();
            Theme.LIGHT.dress();
        });
        shop.close();
        worker.shutdownNow();
    }

    @Test
    void theCaseIsWorkedByKeyboardFromTheBoardToTheLaw() throws Exception {
        show();
        until("three claims wait", () -> board().getItems().size() == 3);
        shots("board");
        robot.type(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        assertTrue(find("#claim-list", ListView.class).isFocused());
        shots("case-checks");
        Path picture = folder.resolve("IMG_20261122.png");
        Files.write(picture, DemoMaterial.buyerPicture());
        outside.willChoose(picture);
        robot.type(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        until("it is examined", () -> robot.lookup(".finding-main").tryQuery().isPresent());
        until("it is compared", () -> robot.lookup("#enlarge").tryQuery().isPresent());
        shots("case-pictures");
        scroll("#sheet-PICTURES", 0.3);
        shots("case-pictures-below");
        robot.interact(() -> find("#enlarge", Button.class).fire());
        until("it fills the window", () -> find("#large", javafx.scene.Node.class).isVisible());
        shots("large-slider");
        robot.type(KeyCode.S);
        robot.type(KeyCode.DIGIT1);
        shots("large-side-region");
        robot.type(KeyCode.F);
        robot.type(KeyCode.SPACE);
        shots("large-flicker");
        robot.type(KeyCode.ESCAPE);
        alt(KeyCode.DIGIT3);
        until("the sums are there", () -> robot.lookup("#sum-chart").tryQuery().isPresent());
        shots("case-buyer");
        alt(KeyCode.DIGIT4);
        until("the trace is there", () -> robot.lookup("#law-trace").tryQuery().isPresent());
        shots("case-law");
        scroll("#sheet-LAW", 0.45);
        shots("case-law-below");
        alt(KeyCode.DIGIT5);
        until("a page is drawn", () -> !model.paper().pages().isEmpty());
        until("its sentences are there", () -> !sentences().getItems().isEmpty());
        robot.interact(() -> sentences().getSelectionModel().select(1));
        shots("case-paper");
        alt(KeyCode.DIGIT6);
        shots("case-outcome");
    }

    @Test
    void aClaimBecomesAnExportedPackInFewActionsOfTheKeyboard() throws Exception {
        show();
        Path picture = folder.resolve("IMG_20261122.png");
        Files.write(picture, DemoMaterial.buyerPicture());
        outside.willChoose(picture);
        until("three claims wait", () -> board().getItems().size() == 3);
        act(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        act(KeyCode.ENTER);
        act(KeyCode.CONTROL, KeyCode.O);
        until("the picture is compared", () -> robot.lookup("#enlarge").tryQuery().isPresent());
        act(KeyCode.ALT, KeyCode.DIGIT5);
        until("its sentences are there", () -> !sentences().getItems().isEmpty());
        robot.interact(() -> {
            sentences().getSelectionModel().select(0);
            find("#sentence", TextArea.class).appendText("请人工复核。");
        });
        robot.interact(() -> find("#sentence-keep", Button.class).fire());
        until("the change is kept", () -> sentences().getItems().getFirst().changed());
        act(KeyCode.CONTROL, KeyCode.E);
        until("the pack lies there", () -> robot.lookup("#open-pack").tryQuery().isPresent());
        shots("case-packed");
        assertTrue(actions <= 12, actions + " actions");
        try (var files = Files.list(model.paper().packed().get().orElseThrow().folder())) {
            assertTrue(files.findAny().isPresent(), "the folder holds files");
        }
    }

    @Test
    void anEmptyBoardTeaches() {
        show();
        until("three claims wait", () -> board().getItems().size() == 3);
        press("#filter-ENDED");
        until("one has ended", () -> board().getItems().size() == 1);
        robot.clickOn("#claim-filter");
        robot.write("无此字样", 0);
        until("nothing fits", () -> board().getItems().isEmpty());
        shots("board-filtered");
        assertEquals(0, board().getItems().size());
    }

    /** One action of the user: a key, with those held down with it. */
    private void act(KeyCode... keys) {
        actions++;
        for (int i = 0; i < keys.length - 1; i++) robot.press(keys[i]);
        robot.type(keys[keys.length - 1]);
        for (int i = keys.length - 2; i >= 0; i--) robot.release(keys[i]);
        settle();
    }

    @SuppressWarnings("unchecked")
    private ListView<Paragraph> sentences() {
        return find("#sentences", ListView.class);
    }

    private void alt(KeyCode digit) {
        robot.press(KeyCode.ALT).type(digit).release(KeyCode.ALT);
        settle();
    }

    private void scroll(String id, double to) {
        robot.interact(() -> find(id, ScrollPane.class).setVvalue(to));
        settle();
    }

    /** One picture a state; with -Dpackwitness.shots=all in both languages, looks and sizes. */
    private void shots(String name) {
        if (!"all".equals(System.getProperty("packwitness.shots"))) {
            shoot("claims-" + name + "-zh");
            return;
        }
        Theme[] looks = {Theme.LIGHT, Theme.DARK};
        for (Lang lang : Lang.values())
            for (Theme look : looks) {
                robot.interact(() -> {
                    words.speak(lang);
                    look.dress();
                });
                // The rail takes 100 pixels of the window.
                size(lang == Lang.ZH ? 1266 : 1820, lang == Lang.ZH ? 730 : 1040);
                shoot("claims-" + name + "-" + lang.code() + "-" + look);
                size(lang == Lang.ZH ? 1820 : 1266, lang == Lang.ZH ? 1040 : 730);
                if (look == Theme.LIGHT) shoot("claims-" + name + "-" + lang.code() + "-other");
            }
        robot.interact(() -> {
            words.speak(Lang.ZH);
            Theme.LIGHT.dress();
        });
        size(1266, 730);
    }

    private String text(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private ListView<?> board() {
        return find("#claim-list", ListView.class);
    }
}
