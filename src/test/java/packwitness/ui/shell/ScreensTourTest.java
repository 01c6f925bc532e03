package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.NewClaim;
import packwitness.shop.DemoMaterial;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.FxWatchdog;
import packwitness.ui.kit.OldLanguage;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.RenderedContrast;
import packwitness.ui.kit.ScreensIndex;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.UiTest;
import packwitness.value.Beijing;
import packwitness.value.Fen;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A walk through all workspaces of a vault with a parcel and a claim in it: every one is
 * photographed in both languages, light and dark, at the sizes people have; each text stands out
 * enough, none is left in the old language, and the FX thread stays free.
 */
class ScreensTourTest extends UiTest {
    private static final long FREE_MILLIS = 50;

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
                        new DesktopContext(
                                clock,
                                worker,
                                new ShopOpener(() -> settings, clock),
                                Settings.read(folder.resolve("desktop.properties")),
                                new QuietSpeaker(),
                                new QuietOutside(),
                                vault,
                                Optional.of(vault),
                                Optional.of("demo:?size=640x360&fps=12"),
                                List.of(),
                                Manner.WINDOW)));
        size(1366, 768);
        until("the vault is open", () -> robot.lookup("#go-DESK").tryQuery().isPresent());
    }

    /** One parcel of a second, its orders, and a claim about it. */
    private void fill(Path vault, ShopSettings settings) throws Exception {
        Shop.useTestAuthority(vault);
        try (Shop shop = Shop.open(vault, settings, clock)) {
            shop.arm("demo:?size=640x360&fps=12", "1");
            shop.desk().scan(DemoMaterial.WAYBILLS.getFirst());
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

    @Test
    void everyPlaceSpeaksTheLanguageThatIsChosenAndCanBeRead() throws Exception {
        TreeSet<String> weak = new TreeSet<>();
        TreeSet<String> old = new TreeSet<>();
        OldLanguage chinese = new OldLanguage(Lang.ZH);
        OldLanguage english = new OldLanguage(Lang.EN);
        for (Place place : Place.values()) {
            go(place);
            String name = "walk-" + place;
            weak(name, weak);
            press("#strip-lang");
            old(chinese, name, old);
            press("#strip-lang");
            old(english, name, old);
        }
        assertEquals(List.of(), List.copyOf(old), "texts in the other language");
        assertEquals(List.of(), List.copyOf(weak), "texts that stand out too little");
    }

    /** Minutes of pictures, walked where somebody will look at them. */
    @Test
    void everyScreenIsPicturedAndTheFxThreadStaysFree() throws Exception {
        assumeTrue(
                Boolean.getBoolean("packwitness.tour"),
                "the tour of all screens runs with -Dpackwitness.tour=true");
        List<FxWatchdog.Late> late = walk("first walk");
        late.addAll(walk("second walk"));
        TreeSet<String> weak = new TreeSet<>();
        TreeSet<String> old = new TreeSet<>();
        OldLanguage chinese = new OldLanguage(Lang.ZH);
        OldLanguage english = new OldLanguage(Lang.EN);
        for (Place place : Place.values()) {
            go(place);
            String name = "tour-" + place;
            shoot(name + "-1366-zh");
            weak(name, weak);
            press("#strip-theme");
            shoot(name + "-1366-zh-dark");
            weak(name + "-dark", weak);
            press("#strip-lang");
            weak(name + "-dark-en", weak);
            press("#strip-theme");
            shoot(name + "-1366-en");
            old(chinese, name, old);
            weak(name + "-en", weak);
            press("#strip-lang");
            old(english, name, old);
        }
        sheets();
        report(late, weak, old);
        // Larger first, smaller last: the screen nobody needs forgets how large it was.
        size(1920, 1080);
        for (Place place : Place.values()) {
            go(place);
            shoot("tour-" + place + "-1920-zh");
        }
        size(1280, 720);
        for (Place place : Place.values()) {
            go(place);
            shoot("tour-" + place + "-1920-at-150-zh", 1.5);
        }
        size(960, 540);
        for (Place place : Place.values()) {
            go(place);
            shoot("tour-" + place + "-1920-at-200-zh", 2);
        }
        ScreensIndex.write(SCREENS);
        assertEquals(List.of(), List.copyOf(old), "texts in the other language");
        assertEquals(List.of(), List.copyOf(weak), "texts that stand out too little");
        // The first walk loads classes and makes the screens; it is written into the report.
        List<FxWatchdog.Late> ours =
                late.stream()
                        .filter(one -> one.during().startsWith("second"))
                        .filter(one -> one.isOurs(FREE_MILLIS))
                        .toList();
        assertEquals(List.of(), ours, "the FX thread was held");
    }

    private void old(OldLanguage language, String name, TreeSet<String> old) {
        language.under(stage().getScene().getRoot()).forEach(text -> old.add(name + ": " + text));
    }

    private void sheets() {
        robot.type(KeyCode.F1);
        until("the keys show", () -> robot.lookup("#key-sheet").tryQuery().isPresent());
        shoot("tour-keys-1366-zh");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertTrue(robot.lookup("#key-sheet").tryQuery().isEmpty());
        press("#strip-jobs");
        shoot("tour-jobs-1366-zh");
        robot.type(KeyCode.ESCAPE);
        settle();
    }

    private void weak(String name, TreeSet<String> weak) {
        WritableImage picture = picture();
        robot.interact(() ->
                RenderedContrast.of(stage().getScene().getRoot(), picture)
                        .forEach(one ->
                                weak.add(
                                        "%s: %.2f of %.1f %s %s"
                                                .formatted(
                                                        name,
                                                        one.ratio(),
                                                        one.needed(),
                                                        one.text(),
                                                        one.styles()))));
    }

    /** Goes through all workspaces by their keys and returns when the FX thread did not answer. */
    private List<FxWatchdog.Late> walk(String name) {
        try (FxWatchdog dog = new FxWatchdog()) {
            robot.sleep(100);
            for (Place place : Place.values()) {
                dog.during(name + ", " + place);
                robot.push(KeyCode.CONTROL, place.digit);
                robot.sleep(350);
                dog.during("");
            }
            return new ArrayList<>(dog.late());
        }
    }

    private void go(Place place) {
        press("#go-" + place);
        robot.sleep(250);
        settle();
    }

    private static void report(
            List<FxWatchdog.Late> late, TreeSet<String> weak, TreeSet<String> old)
            throws Exception {
        List<String> lines = new ArrayList<>();
        late.forEach(one -> lines.add("late  " + one));
        weak.forEach(one -> lines.add("weak  " + one));
        old.forEach(one -> lines.add("old   " + one));
        Files.write(SCREENS.resolve("tour.txt"), lines);
    }
}
