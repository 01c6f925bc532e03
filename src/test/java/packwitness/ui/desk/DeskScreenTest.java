package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import packwitness.capture.PreviewFrame;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The packing screen in each of its states, through real keys. */
class DeskScreenTest extends UiTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final FakeDesk desk = new FakeDesk();
    private final QuietOutside outside = new QuietOutside();
    private final Words words = new Words(Lang.ZH);

    @BeforeEach
    void openDesk() {
        desk.shows(grey());
        open(stage -> {
            Theme.LIGHT.dress();
            DeskView view =
                    new DeskView(
                            new DeskViewModel(
                                    desk,
                                    "demo:",
                                    "1",
                                    new Background(Runnable::run, Runnable::run),
                                    new QuietSpeaker(),
                                    Clock.fixed(Instant.parse("2026-11-22T06:03:22Z"), ZONE),
                                    System::nanoTime),
                            words,
                            new Times(ZONE),
                            outside);
            Scene scene = new Scene(view.node(), 1270, 700);
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
            view.shown();
        });
    }

    @Test
    void theControlSheetIsMadeAndOpened() {
        press("#desk-sheet");
        assertEquals(List.of(Path.of("control-sheet.pdf")), outside.opened());
    }

    @Test
    void aScanRecordsWhateverHasTheFocus() {
        shoot("desk-off-zh");
        press("#desk-arm");
        shoot("desk-ready-zh");
        scan("SF1234567890123");
        assertEquals("正在录像", find("#desk-state", Label.class).getText());
        assertEquals("890123", find("#desk-digits", Label.class).getText());
        shoot("desk-recording-zh");
        press("#desk-lines");
        scan("https://example.com/goods/1");
        assertEquals("不是面单", find("#desk-state", Label.class).getText());
        shoot("desk-wrong-code-zh");
        assertEquals(2, desk.scans().size());
    }

    @Test
    void everyStateReadsInEnglishToo() {
        robot.interact(() -> words.speak(Lang.EN));
        shoot("desk-off-en");
        press("#desk-arm");
        scan("YT9876543210123");
        scan("YT9876543210123");
        shoot("desk-recording-en");
        desk.alarm("CAMERA_LOST");
        until("the alarm shows", () -> text("#desk-state").equals("NOT RECORDING"));
        shoot("desk-not-recording-en");
        press("#desk-acknowledge");
        assertTrue(robot.lookup("#desk-acknowledge").tryQuery().isEmpty() || !shown());
    }

    @Test
    void twoCamerasAnUnboundParcelAndTheCountdownShow() {
        desk.hasTwoCameras();
        press("#desk-arm");
        desk.recordUnbound("6901234567892");
        until("it records", () -> text("#desk-state").equals("正在录像"));
        assertTrue(find("#desk-label-picture", javafx.scene.layout.Pane.class).isVisible());
        shoot("desk-two-cameras-zh");
        desk.closesIn(java.time.Duration.ofSeconds(7));
        until("the countdown shows", () -> text("#desk-state").equals("快要停录"));
        shoot("desk-closing-zh");
        desk.alarm("LABEL.CAMERA_LOST");
        until("the alarm shows", () -> text("#desk-state").equals("只剩一个镜头"));
        shoot("desk-one-camera-zh");
    }

    private boolean shown() {
        return robot.lookup("#desk-acknowledge").query().isVisible();
    }

    private String text(String id) {
        return find(id, Label.class).getText();
    }

    private static PreviewFrame grey() {
        byte[] bgra = new byte[960 * 540 * 4];
        for (int i = 0; i < bgra.length; i += 4) {
            int x = i / 4 % 960;
            int y = i / 4 / 960;
            bgra[i] = (byte) (90 + x / 12);
            bgra[i + 1] = (byte) (120 + y / 9);
            bgra[i + 2] = (byte) 150;
            bgra[i + 3] = (byte) 255;
        }
        return new PreviewFrame(960, 540, bgra, 1, Instant.EPOCH);
    }
}
