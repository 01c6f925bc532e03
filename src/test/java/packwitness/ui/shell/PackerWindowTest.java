package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ui.desk.DeskView;
import packwitness.ui.desk.DeskViewModel;
import packwitness.ui.desk.FakeDesk;
import packwitness.ui.desk.Overheard;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The desk on the packer's own screen. */
class PackerWindowTest extends UiTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Rectangle2D OFFICE = new Rectangle2D(0, 0, 1366, 768);
    private static final Rectangle2D SMALL = new Rectangle2D(0, 0, 1024, 600);
    private static final Rectangle2D LARGE = new Rectangle2D(0, 0, 1280, 720);

    @TempDir Path folder;
    private final FakeDesk desk = new FakeDesk();
    private final Words words = new Words(Lang.ZH);

    @Test
    void thePackerGetsTheLargestOtherScreenOrTheOneHeHadBefore() {
        List<Rectangle2D> all = List.of(OFFICE, SMALL, LARGE);
        assertEquals(Optional.of(LARGE), PackerWindow.pick(all, Optional.empty()));
        assertEquals(
                Optional.of(SMALL), PackerWindow.pick(all, Optional.of(PackerWindow.name(SMALL))));
        assertEquals(Optional.of(LARGE), PackerWindow.pick(all, Optional.of("9,9,9,9")));
        assertEquals(Optional.empty(), PackerWindow.pick(List.of(OFFICE), Optional.empty()));
        assertEquals(Optional.empty(), PackerWindow.pick(List.of(), Optional.empty()));
    }

    @Test
    void theWindowFillsTheScreenIsRememberedAndScansComeFromTheOfficeToo() {
        TextField field = new TextField();
        Settings settings = Settings.read(folder.resolve("desktop.properties"));
        DeskViewModel[] model = new DeskViewModel[1];
        PackerWindow[] window = new PackerWindow[1];
        open(stage -> {
            stage.setScene(new Scene(new Pane(field), 400, 200));
            stage.show();
            model[0] =
                    new DeskViewModel(
                            desk,
                            "demo:",
                            "1",
                            new Background(Runnable::run, Runnable::run),
                            new QuietSpeaker(),
                            Clock.fixed(Instant.EPOCH, ZONE),
                            System::nanoTime);
            model[0].arm();
            window[0] = new PackerWindow(settings, words, () -> List.of(OFFICE, LARGE));
            window[0].show(view(model[0]));
            Overheard ear = new Overheard(model[0]);
            stage.getScene()
                    .addEventFilter(
                            KeyEvent.ANY,
                            e -> {
                                if (ear.heard(e)) e.consume();
                            });
        });
        assertTrue(window[0].isOpen().get());
        assertEquals(Optional.of(PackerWindow.name(LARGE)), settings.packerScreen());
        robot.interact(() -> {
            stage().requestFocus();
            field.requestFocus();
        });
        robot.interact(() -> {
            type(field, "小鱼");
            burst(field, "SF1234567890123");
        });
        assertEquals(List.of("SF1234567890123"), desk.scans());
        assertEquals("小鱼", field.getText(), "the scan is taken out of the field");
        robot.interact(() -> window[0].leave());
        assertEquals(Optional.of(PackerWindow.name(LARGE)), settings.packerScreen());
        robot.interact(() -> window[0].resume(view(model[0])));
        assertTrue(window[0].isOpen().get());
        robot.interact(() -> window[0].close());
        assertFalse(window[0].isOpen().get());
        assertEquals(Optional.empty(), settings.packerScreen());
        robot.interact(() -> window[0].resume(view(model[0])));
        assertFalse(window[0].isOpen().get());
    }

    private DeskView view(DeskViewModel model) {
        return new DeskView(model, words, new Times(ZONE), new QuietOutside());
    }

    private static void type(TextField field, String text) {
        for (char key : text.toCharArray()) fire(field, KeyEvent.KEY_TYPED, key, KeyCode.UNDEFINED);
    }

    /** As fast as only a scanner types. */
    private static void burst(TextField field, String text) {
        for (char key : text.toCharArray()) {
            fire(field, KeyEvent.KEY_PRESSED, key, KeyCode.getKeyCode(String.valueOf(key)));
            fire(field, KeyEvent.KEY_TYPED, key, KeyCode.UNDEFINED);
        }
        fire(field, KeyEvent.KEY_PRESSED, '\r', KeyCode.ENTER);
    }

    private static void fire(
            TextField field, javafx.event.EventType<KeyEvent> kind, char key, KeyCode code) {
        field.fireEvent(
                new KeyEvent(
                        field,
                        field,
                        kind,
                        String.valueOf(key),
                        String.valueOf(key),
                        code,
                        Character.isUpperCase(key),
                        false,
                        false,
                        false));
    }
}
