package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import packwitness.capture.PreviewFrame;
import packwitness.orders.Refund;
import packwitness.orders.RefundKind;
import packwitness.orders.RefundState;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Picture;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.OrderNo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every state of the packing desk as a picture: read from afar, in grey, small and enlarged. */
class DeskStatesTest extends UiTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Path SCREENS = Path.of("target", "screens");

    /** A 15.6 inch screen of 1366 x 768, the smallest that still hangs in warehouses. */
    private static final double MILLIMETRES_A_PIXEL = 344.2 / 1366;

    /** 20 minutes of arc at 3 m, which ISO 9241-303 asks of characters that are to be read well. */
    private static final double READABLE_MILLIMETRES = 17.5;

    private final Words words = new Words(Lang.ZH);
    private long nanos = 1_000_000_000L;
    private double enlarged = 1;
    private DeskView view;

    @BeforeEach
    void openStage() {
        open(stage -> {
            Theme.LIGHT.dress();
            Scene scene = new Scene(new Pane(), 1366, 768);
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
        });
        size(1366, 768);
    }

    @AfterEach
    void light() {
        robot.interact(Theme.LIGHT::dress);
    }

    @Test
    void theLastSixDigitsAreReadFromThreeMetres() {
        show(DeskState.RECORDING);
        Bounds digits = find("#desk-digits", Label.class).localToScene(inside("#desk-digits"));
        WritableImage picture = picture();
        int top = -1;
        int bottom = -1;
        for (int y = (int) digits.getMinY(); y < digits.getMaxY(); y++) {
            if (brightest(picture, digits, y) < 200) continue;
            if (top < 0) top = y;
            bottom = y;
        }
        double height = (bottom - top + 1) * MILLIMETRES_A_PIXEL;
        System.out.printf(
                "digits: %d px high, %.1f mm on 15.6 inches, %.1f minutes of arc at 3 m%n",
                bottom - top + 1, height, Math.toDegrees(Math.atan(height / 3000)) * 60);
        assertTrue(height >= READABLE_MILLIMETRES, height + " mm");
        assertEquals("890123", find("#desk-digits", Label.class).getText());
    }

    @Test
    void everyStateHasItsOwnWordShapeAndGrey() throws IOException {
        Map<DeskState, int[]> looks = new EnumMap<>(DeskState.class);
        for (DeskState state : DeskState.values()) {
            show(state);
            save(picture(), "desk-state-" + name(state) + "-zh-light");
            WritableImage grey = grey(picture());
            save(grey, "desk-state-" + name(state) + "-zh-grey");
            looks.put(state, band(grey));
            assertTrue(contrast(grey) >= 4.5, state + " contrast " + contrast(grey));
            assertNothingIsCut(state + " zh");
        }
        for (DeskState one : DeskState.values())
            for (DeskState other : DeskState.values())
                if (one.compareTo(other) < 0)
                    assertTrue(
                            difference(looks.get(one), looks.get(other)) > 4,
                            one + " looks like " + other + " in grey");
    }

    @Test
    void nothingIsCutInEnglishAndTheDark() throws IOException {
        robot.interact(() -> {
            words.speak(Lang.EN);
            Theme.DARK.dress();
        });
        for (DeskState state : DeskState.values()) {
            show(state);
            save(picture(), "desk-state-" + name(state) + "-en-dark");
            assertNothingIsCut(state + " en");
        }
    }

    @Test
    void enlargedAndSmallScreensShowAllThatMatters() throws IOException {
        for (int[] screen : new int[][] {{1366, 768}, {1920, 1080}})
            for (double scale : new double[] {1, 1.5, 2}) {
                size(screen[0], screen[1]);
                enlarged = scale;
                for (Lang lang : Lang.values()) {
                    robot.interact(() -> words.speak(lang));
                    for (DeskState state :
                            List.of(
                                    DeskState.RECORDING,
                                    DeskState.REFUND_OPEN,
                                    DeskState.NOT_RECORDING)) {
                        show(state);
                        String name =
                                "desk-state-%s-%s-%d-%d"
                                        .formatted(
                                                name(state),
                                                lang.code(),
                                                screen[0],
                                                Math.round(scale * 100));
                        if (scale > 1) save(picture(), name);
                        assertNothingIsCut(name);
                    }
                }
            }
    }

    private void show(DeskState state) {
        FakeDesk desk = new FakeDesk();
        desk.shows(grey());
        desk.runsClock(
                new DeskClock(
                        Optional.of(Duration.ofMillis(-400)),
                        Optional.of(Instant.parse("2026-11-22T05:00:00Z"))));
        List<Runnable> kept = new ArrayList<>();
        Background background =
                new Background(
                        state == DeskState.ARMING ? kept::add : Runnable::run, Runnable::run);
        robot.interact(() -> {
            if (view != null) view.hidden();
            DeskViewModel model =
                    new DeskViewModel(
                            desk,
                            "usb:HD Webcam C920",
                            "1",
                            background,
                            new QuietSpeaker(),
                            Clock.fixed(Instant.parse("2026-11-22T06:03:22Z"), ZONE),
                            () -> nanos);
            view = new DeskView(model, words, new Times(ZONE), new QuietOutside());
            place((Region) view.node());
            view.shown();
            bring(desk, model, state);
            // Twice: what was asked for at the first look is there at the second.
            for (int i = 0; i < 2; i++) {
                nanos += 1_000_000_000L;
                model.look();
            }
            assertEquals(state, model.state().get());
        });
        robot.sleep(80);
        settle();
    }

    private static void bring(FakeDesk desk, DeskViewModel model, DeskState state) {
        switch (state) {
            case OFF -> model.recovered(2);
            case ARMING -> model.arm();
            case READY -> model.arm();
            case RECORDING -> {
                desk.badge("小王");
                desk.packs(
                        new DeskOrder(
                                List.of(
                                        new DeskOrder.Goods("青花瓷茶杯 手绘", "220ml 一对", 2),
                                        new DeskOrder.Goods("竹茶盘", "大号", 1)),
                                3,
                                Optional.of("请多包两层泡沫，送礼，不要放价格单")));
                packing(model);
            }
            case CLOSING -> {
                packing(model);
                desk.closesIn(Duration.ofSeconds(7));
            }
            case WRONG_CODE -> {
                packing(model);
                type(model, "https://example.com/goods/1?from=label");
            }
            case ATTENTION -> {
                packing(model);
                desk.alarm("LENS_DARK");
                desk.tell("alarm", Map.of("alarm", "LENS_DARK", "over", false));
            }
            case REFUND_OPEN -> {
                desk.refunds(refund());
                packing(model);
            }
            case ONE_CAMERA -> {
                desk.hasTwoCameras();
                packing(model);
                desk.alarm("LABEL.CAMERA_LOST");
            }
            case NOT_RECORDING -> {
                packing(model);
                desk.alarm("CAMERA_LOST");
            }
        }
    }

    private static void packing(DeskViewModel model) {
        model.arm();
        type(model, "SF1234567890123");
    }

    private static void type(DeskViewModel model, String text) {
        for (char key : (text + "\r").toCharArray()) model.type(key);
    }

    private static Refund refund() {
        return new Refund(
                1,
                "taobao",
                new OrderNo("1234567890123456789"),
                "R1",
                RefundKind.values()[0],
                RefundState.values()[0],
                "买家申请退款，等待卖家处理",
                Optional.of("不想要了"),
                Optional.of(Fen.ofYuan("168.00")),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-22T01:30:00Z"),
                Optional.empty());
    }

    /** Every text of the band and of the strip below stands whole, inside the window. */
    private void assertNothingIsCut(String where) {
        double width = stage().getScene().getWidth();
        double height = stage().getScene().getHeight();
        for (Node node : stage().getScene().getRoot().lookupAll(".label")) {
            if (!(node instanceof Label label) || !isShown(label)) continue;
            if (label.getText().isEmpty() || isIn(label, "desk-lines")) continue;
            for (Node part : label.lookupAll(".text"))
                if (part instanceof Text text && !isWrapped(label))
                    assertEquals(label.getText(), text.getText(), where + ": cut off");
            Bounds place = label.localToScene(label.getLayoutBounds());
            assertTrue(
                    place.getMinX() >= -1
                            && place.getMaxX() <= width + 1
                            && place.getMinY() >= -1
                            && place.getMaxY() <= height + 1,
                    where + ": outside: " + label.getText() + " " + place);
        }
        Bounds band = find("#desk-band", Node.class).localToScene(inside("#desk-band"));
        for (String id : List.of("#desk-state", "#desk-detail", "#desk-digits")) {
            Node node = find(id, Node.class);
            if (!isShown(node)) continue;
            Bounds place = node.localToScene(node.getLayoutBounds());
            assertTrue(
                    place.getMaxX() <= band.getMaxX() + 1 && place.getMaxY() <= band.getMaxY() + 1,
                    where + ": " + id + " leaves the band: " + place + " in " + band);
        }
        assertFalse(
                overlap("#desk-detail", "#desk-digits"), where + ": the digits cover the sentence");
    }

    private boolean overlap(String one, String other) {
        Node a = find(one, Node.class);
        Node b = find(other, Node.class);
        return isShown(a)
                && isShown(b)
                && a.localToScene(a.getLayoutBounds())
                        .intersects(b.localToScene(b.getLayoutBounds()));
    }

    private static boolean isWrapped(Label label) {
        return label.isWrapText();
    }

    private static boolean isIn(Node node, String id) {
        for (Node up = node; up != null; up = up.getParent())
            if (id.equals(up.getId())) return true;
        return false;
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) if (!up.isVisible()) return false;
        return true;
    }

    private Bounds inside(String id) {
        return find(id, Node.class).getLayoutBounds();
    }

    /** Lays the desk out as the system does on a screen that it enlarges. */
    private void place(Region desk) {
        desk.setManaged(false);
        desk.getTransforms().setAll(new Scale(enlarged, enlarged));
        Pane screen = new Pane(desk);
        stage().getScene().setRoot(screen);
        double width = stage().getScene().getWidth();
        double height = stage().getScene().getHeight();
        desk.resizeRelocate(0, 0, width / enlarged, height / enlarged);
    }

    private static void save(WritableImage picture, String name) throws IOException {
        Files.createDirectories(SCREENS);
        Files.write(SCREENS.resolve(name + ".png"), Picture.png(picture));
    }

    private static String name(DeskState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static int grey(int argb) {
        int red = argb >> 16 & 255;
        int green = argb >> 8 & 255;
        int blue = argb & 255;
        return (int) Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    }

    private static WritableImage grey(WritableImage colours) {
        int width = (int) colours.getWidth();
        int height = (int) colours.getHeight();
        WritableImage made = new WritableImage(width, height);
        PixelReader reader = colours.getPixelReader();
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int one = grey(reader.getArgb(x, y));
                made.getPixelWriter().setArgb(x, y, 0xff000000 | one << 16 | one << 8 | one);
            }
        return made;
    }

    /** The grey of the band where the shape and the word stand. */
    private int[] band(WritableImage grey) {
        Bounds band = find("#desk-band", Node.class).localToScene(inside("#desk-band"));
        int height = (int) band.getHeight();
        int width = (int) band.getWidth() / 2;
        int[] look = new int[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                look[y * width + x] =
                        grey.getPixelReader()
                                        .getArgb((int) band.getMinX() + x, (int) band.getMinY() + y)
                                & 255;
        return look;
    }

    private static double difference(int[] one, int[] other) {
        int length = Math.min(one.length, other.length);
        long sum = 0;
        for (int i = 0; i < length; i++) sum += Math.abs(one[i] - other[i]);
        return (double) sum / length;
    }

    private static int brightest(WritableImage picture, Bounds place, int y) {
        int most = 0;
        for (int x = (int) place.getMinX(); x < place.getMaxX(); x++)
            most = Math.max(most, grey(picture.getPixelReader().getArgb(x, y)));
        return most;
    }

    /** The contrast of the word of the state with what is behind it, as WCAG computes it. */
    private double contrast(WritableImage grey) {
        Bounds place = find("#desk-state", Node.class).localToScene(inside("#desk-state"));
        int least = 255;
        int most = 0;
        for (int y = (int) place.getMinY(); y < place.getMaxY(); y++)
            for (int x = (int) place.getMinX(); x < place.getMaxX(); x++) {
                int one = grey.getPixelReader().getArgb(x, y) & 255;
                least = Math.min(least, one);
                most = Math.max(most, one);
            }
        return (light(most) + 0.05) / (light(least) + 0.05);
    }

    private static double light(int grey) {
        double part = grey / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static PreviewFrame grey() {
        byte[] bgra = new byte[960 * 540 * 4];
        for (int i = 0; i < bgra.length; i += 4) {
            bgra[i] = (byte) (90 + i / 4 % 960 / 12);
            bgra[i + 1] = (byte) (120 + i / 4 / 960 / 9);
            bgra[i + 2] = (byte) 150;
            bgra[i + 3] = (byte) 255;
        }
        return new PreviewFrame(960, 540, bgra, 1, Instant.EPOCH);
    }
}
