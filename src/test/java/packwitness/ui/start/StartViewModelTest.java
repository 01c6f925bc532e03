package packwitness.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

import packwitness.ui.kit.Background;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class StartViewModelTest {
    private final List<StartChoice> chosen = new ArrayList<>();
    private final StartViewModel model =
            new StartViewModel(
                    Path.of("证据").toAbsolutePath(),
                    new Background(Runnable::run, Runnable::run),
                    () -> List.of(new CameraChoice("usb:0", "USB 2.0 Camera")),
                    chosen::add);

    @Test
    void threeTimesNextOpensTheDemo() {
        for (int i = 0; i < 3; i++) model.next();
        assertEquals(
                List.of(new StartChoice(Path.of("证据").toAbsolutePath(), "demo:", "1")), chosen);
    }

    @Test
    void camerasAreLookedForAtTheirStep() {
        assertEquals(0, model.cameras().size());
        model.next();
        assertEquals("usb:0", model.cameras().getFirst().uri());
    }

    @Test
    void listFollowsThePlugsWhileItsStepIsShown() {
        List<CameraChoice> plugged = new ArrayList<>();
        StartViewModel live =
                new StartViewModel(
                        Path.of("证据").toAbsolutePath(),
                        new Background(Runnable::run, Runnable::run),
                        () -> List.copyOf(plugged),
                        chosen::add);
        plugged.add(new CameraChoice("usb:serial-1", "Pack Cam"));
        live.lookForCameras();
        assertEquals(List.of(), live.cameras());
        live.change(new StartChoice(Path.of("旧").toAbsolutePath(), "usb:serial-1", "1"));
        assertEquals("usb:serial-1", live.camera().get());
        assertEquals("", live.address().get());
        plugged.clear();
        live.lookForCameras();
        assertEquals(List.of(), live.cameras());
        assertEquals("usb:serial-1", live.chosen());
        assertFalse(live.looking().get());
    }

    @Test
    void anEmptyAddressGoesNoFurther() {
        model.next();
        model.camera().set("");
        assertFalse(model.complete());
        model.next();
        assertEquals(2, model.step().get());
        model.address().set(" rtsp://10.0.0.9/1 ");
        model.next();
        model.next();
        assertEquals("rtsp://10.0.0.9/1", chosen.getFirst().camera());
    }

    @Test
    void aFolderWithoutAPlaceGoesNoFurther() {
        model.folder().set("somewhere");
        model.next();
        assertEquals(1, model.step().get());
    }

    @Test
    void aVaultThatCannotBeOpenedLeadsBackToTheFolder() {
        for (int i = 0; i < 3; i++) model.next();
        model.refused(new IllegalStateException());
        assertEquals(1, model.step().get());
        assertFalse(model.busy().get());
        assertNotNull(model.trouble().get());
    }

    @Test
    void whatWasChosenBeforeIsOpenedWithoutAsking() {
        StartChoice before = new StartChoice(Path.of("旧").toAbsolutePath(), "usb:1", "东一");
        model.resume(before);
        assertEquals(List.of(before), chosen);
    }

    @Test
    void changingTheCameraBeginsAtTheCamera() {
        model.change(new StartChoice(Path.of("旧").toAbsolutePath(), "usb:1", "东一"));
        assertEquals(2, model.step().get());
        assertEquals("usb:1", model.chosen());
        assertEquals(List.of(), chosen);
    }
}
