package packwitness.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ui.kit.Background;
import packwitness.ui.kit.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class StartViewModelTest {
    private static final Path VAULT = Path.of("证据").toAbsolutePath();

    @TempDir private Path folder;

    private final List<StartChoice> chosen = new ArrayList<>();
    private final FakeStart service = new FakeStart();
    private StartViewModel model;

    @BeforeEach
    void begin() {
        model = fresh();
    }

    private StartViewModel fresh() {
        return new StartViewModel(
                VAULT,
                new Background(Runnable::run, Runnable::run),
                service,
                Settings.read(folder.resolve("desktop.properties")),
                chosen::add);
    }

    @Test
    void nextAllTheWayOpensTheDemo() {
        for (StartStep ignored : StartStep.values()) model.next();
        assertEquals(List.of(new StartChoice(VAULT, "demo:", "1")), chosen);
        assertEquals(List.of(StampChoice.NOBODY), service.attested);
    }

    @Test
    void camerasAreLookedForAtTheirStep() {
        assertEquals(0, model.cameras().size());
        model.next();
        assertEquals("usb:0", model.cameras().getFirst().uri());
    }

    @Test
    void listFollowsThePlugsWhileItsStepIsShown() {
        service.plugged.clear();
        service.plugged.add(new CameraChoice("usb:serial-1", "Pack Cam"));
        model.lookForCameras();
        assertEquals(List.of(), model.cameras());
        model.change(new StartChoice(Path.of("旧").toAbsolutePath(), "usb:serial-1", "1"));
        assertEquals("usb:serial-1", model.camera().get());
        assertEquals("", model.address().get());
        service.plugged.clear();
        model.lookForCameras();
        assertEquals(List.of(), model.cameras());
        assertEquals("usb:serial-1", model.chosen());
        assertFalse(model.looking().get());
    }

    @Test
    void cameraThatWasLookedAtIsLetGoWithItsStep() {
        model.next();
        model.watch();
        assertEquals(List.of("demo:"), service.opened);
        assertTrue(model.picture().isPresent());
        assertEquals("SF1234567890123", model.code().orElseThrow());
        model.next();
        assertEquals(List.of("demo:"), service.closed);
        assertTrue(model.picture().isEmpty());
    }

    @Test
    void anEmptyAddressGoesNoFurther() {
        model.next();
        model.camera().set("");
        assertFalse(model.complete());
        model.next();
        assertEquals(StartStep.CAMERA, model.step().get());
        model.address().set(" rtsp://10.0.0.9/1 ");
        for (StartStep ignored : StartStep.values()) model.next();
        assertEquals("rtsp://10.0.0.9/1", chosen.getFirst().camera());
    }

    @Test
    void aFolderWithoutAPlaceGoesNoFurther() {
        model.folder().set("somewhere");
        model.next();
        assertEquals(StartStep.FOLDER, model.step().get());
    }

    @Test
    void skippedAuthorityAttestsNothing() {
        at(StartStep.STAMPS);
        model.stamps().set(StampChoice.Kind.ADDRESS);
        assertFalse(model.complete());
        model.skip();
        assertEquals(StartStep.ORDERS, model.step().get());
        for (StartStep ignored : StartStep.values()) model.next();
        assertEquals(List.of(StampChoice.NOBODY), service.attested);
    }

    @Test
    void controlCodeAtTheScannerTestLeadsOn() {
        at(StartStep.SCANNER);
        for (char key : "SF1234567890123\r".toCharArray()) model.type(key, 0);
        assertEquals(StartStep.SCANNER, model.step().get());
        for (char key : "PW-START\r".toCharArray()) model.type(key, 0);
        assertEquals(StartStep.STAMPS, model.step().get());
    }

    @Test
    void folderAndCameraCannotBeSkipped() {
        model.skip();
        assertEquals(StartStep.FOLDER, model.step().get());
        model.next();
        model.skip();
        assertEquals(StartStep.CAMERA, model.step().get());
    }

    @Test
    void startThatWasLeftGoesOnWhereItWas() {
        model.next();
        model.station().set("东一");
        model.camera().set("");
        model.address().set("rtsp://10.0.0.9/1");
        model.next();
        StartViewModel later = fresh();
        later.goOn();
        assertEquals(StartStep.SCANNER, later.step().get());
        assertEquals("东一", later.station().get());
        assertEquals("rtsp://10.0.0.9/1", later.chosen());
    }

    @Test
    void addressWithAPasswordIsNotRemembered() {
        model.next();
        model.camera().set("");
        model.address().set("rtsp://admin:secret@10.0.0.9/1");
        model.next();
        StartViewModel later = fresh();
        later.goOn();
        assertEquals("", later.address().get());
    }

    @Test
    void practiceHasItsOwnVaultBesideTheRealOne() {
        at(StartStep.READY);
        model.practise();
        StartChoice choice = chosen.getFirst();
        assertEquals(VAULT.resolveSibling("证据-practice"), choice.vault());
        assertTrue(choice.practice());
        assertEquals("demo:", choice.camera());
        assertEquals(List.of(new StampChoice(StampChoice.Kind.TEST, "")), service.attested);
    }

    @Test
    void aVaultThatCannotBeOpenedLeadsBackToTheFolder() {
        for (StartStep ignored : StartStep.values()) model.next();
        model.refused(new IllegalStateException());
        assertEquals(StartStep.FOLDER, model.step().get());
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
        assertEquals(StartStep.CAMERA, model.step().get());
        assertEquals("usb:1", model.chosen());
        assertEquals(List.of(), chosen);
    }

    private void at(StartStep step) {
        while (model.step().get() != step) model.next();
    }
}
