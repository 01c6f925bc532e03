package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentQuery;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.Fx;
import packwitness.ui.kit.UiTest;
import packwitness.ui.start.CameraChoice;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A packer's shift at the kiosk, with a scanner alone; then the owner leaves it. */
class PackerPathTest extends UiTest {
    private static final List<String> PARCELS =
            List.of("SF1234567890123", "YT9876543210987", "JT0012345678905");
    private static final String SECRET = "correct horse";

    @TempDir Path folder;
    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    private final ExecutorService worker = Executors.newFixedThreadPool(2);
    private final AtomicReference<Shop> shop = new AtomicReference<>();
    private final List<InputEvent> keys = new ArrayList<>();
    private final List<InputEvent> clicks = new ArrayList<>();
    private int scanned;

    @BeforeEach
    void openKiosk() throws Failure {
        Path vault = folder.resolve("vault");
        ShopSettings settings =
                new ShopSettings("PackWitness test", folder.resolve("passphrase"), 1)
                        .withRounds(1000);
        try (Shop first = Shop.open(vault, settings, clock)) {
            first.roles().passphrase().change(new char[0], SECRET.toCharArray());
        }
        open(stage ->
                Desktop.open(
                        stage,
                        TestContext.of(
                                folder,
                                clock,
                                worker,
                                new TestOpener(settings),
                                vault,
                                Manner.KIOSK)));
        robot.interact(() -> {
            stage().addEventFilter(KeyEvent.KEY_PRESSED, keys::add);
            stage().addEventFilter(MouseEvent.MOUSE_PRESSED, clicks::add);
        });
    }

    @AfterEach
    void close() {
        robot.interact(() ->
                stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until("the window is closed and the vault with it", () -> !stage().isShowing());
        worker.shutdownNow();
    }

    @Test
    void aShiftCostsNoActionBesidesTheScansAndOnlyTheOwnerLeaves() throws Exception {
        until("the desk is ready", () -> text("#desk-state").equals("可以扫描"));
        assertTrue(robot.lookup("#go-DESK").tryQuery().isEmpty(), "nothing but the desk");
        read("PW-BADGE-小王");
        for (String parcel : PARCELS) {
            read(parcel);
            String tail = parcel.substring(parcel.length() - 6);
            until(parcel + " is recorded", () -> text("#desk-digits").equals(tail));
        }
        read("https://example.com/goods/1");
        until("the wrong code is named", () -> text("#desk-state").equals("不是面单"));
        shoot("kiosk-wrong-code-zh");
        read("PW-STOP");
        until("it stands ready again", () -> text("#desk-state").equals("可以扫描"));
        shoot("kiosk-ready-zh");
        assertEquals(scanned, keys.size(), "keys beyond those of the scanner");
        assertEquals(List.of(), clicks);
        assertEquals(1, Window.getWindows().size(), "no dialog was opened");
        List<Shipment> packed = shop.get().index().find(ShipmentQuery.of("", 10));
        assertEquals(PARCELS.size(), packed.size());
        leave();
    }

    /** The owner must show who he is. */
    private void leave() throws Exception {
        long before = shop.get().ledger().size();
        robot.interact(() ->
                stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        until("the passphrase is asked for", () -> shown("#role-passphrase"));
        assertTrue(stage().isShowing());
        robot.write("incorrect", 40);
        robot.type(KeyCode.ENTER);
        until("it is refused", () -> shown("#role-bar .trouble-what"));
        assertTrue(shop.get().ledger().size() > before, "a wrong passphrase is a row");
        shoot("kiosk-refused-zh");
        press("#role-passphrase");
        String parcel = "YT9876543210123";
        by(90, SECRET.substring(0, 9), false);
        by(3, parcel, true);
        by(90, SECRET.substring(9), false);
        until("the parcel is recorded", () -> text("#desk-digits").equals("210123"));
        assertEquals(SECRET, find("#role-passphrase", PasswordField.class).getText());
        robot.type(KeyCode.ENTER);
        until("the whole window is there", () -> shown("#go-CLAIMS"));
        assertFalse(shown("#role-passphrase"));
        shoot("kiosk-left-zh");
        read("PW-STOP");
    }

    /** Puts keys where a keyboard puts them, at its own pace, whether anybody answers or not. */
    private void by(int millis, String text, boolean enter) {
        Node field = find("#role-passphrase", PasswordField.class);
        for (char letter : text.toCharArray()) {
            KeyCode code = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
            Fx.later(() -> {
                fire(field, KeyEvent.KEY_PRESSED, "", letter == ' ' ? KeyCode.SPACE : code, letter);
                fire(field, KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED, letter);
            });
            robot.sleep(millis);
        }
        if (enter)
            Fx.later(() -> {
                fire(field, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, '\r');
                fire(field, KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED, '\r');
            });
        settle();
    }

    private static void fire(
            Node field, EventType<KeyEvent> kind, String character, KeyCode code, char key) {
        boolean shift = Character.isUpperCase(key);
        field.fireEvent(
                new KeyEvent(field, field, kind, character, "", code, shift, false, false, false));
    }

    /** What a scanner types, a stroke each 3 ms. */
    private void read(String code) {
        scanned += code.length() + 1;
        scan(code);
    }

    private boolean shown(String id) {
        return robot.lookup(id)
                .tryQuery()
                .filter(node -> {
                    for (var up = node; up != null; up = up.getParent())
                        if (!up.isVisible()) return false;
                    return true;
                })
                .isPresent();
    }

    private String text(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    /** Opens a real shop and lets the test see it. */
    private final class TestOpener implements Opener {
        private final ShopSettings settings;

        TestOpener(ShopSettings settings) {
            this.settings = settings;
        }

        @Override
        public OpenShop open(Path vault, boolean demo) throws Failure {
            return open(vault, demo, Role.SUPPORT);
        }

        @Override
        public OpenShop open(Path vault, boolean demo, Role plain) throws Failure {
            if (demo) Shop.useTestAuthority(vault);
            shop.set(Shop.open(vault, settings, clock));
            return OpenShop.of(shop.get(), plain);
        }

        @Override
        public List<CameraChoice> cameras() {
            return List.of();
        }
    }
}
