package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.FakeCameraCalls.Format;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fake /dev and /sys, as udev fills them. */
class LinuxCamerasTest {
    private static final FakeCameraCalls C920 =
            new FakeCameraCalls(
                    "HD Pro Webcam C920",
                    0x84a00001,
                    0x04200001,
                    List.of(
                            new Format("YUYV", new int[][] {{640, 480}, {160, 90}}, 30, 15),
                            new Format("ZZZZ", new int[][] {{640, 480}}, 30),
                            new Format("MJPG", new int[][] {{1920, 1080}, {1280, 720}}, 5, 30)));

    /** The second node of the same camera: it hands out data about pictures only. */
    private static final FakeCameraCalls METADATA =
            new FakeCameraCalls("HD Pro Webcam C920", 0x84a00001, 0x04a00000, List.of());

    @TempDir Path folder;

    private final Map<Path, FakeCameraCalls> cameras = new HashMap<>();
    private Path dev;
    private Path sys;

    @BeforeEach
    void tree() throws IOException {
        Assumptions.assumeTrue(File.separatorChar == '/', "links as Linux makes them");
        dev = Files.createDirectories(folder.resolve("dev"));
        sys = Files.createDirectories(folder.resolve("sys"));
        Files.createDirectories(dev.resolve("v4l/by-id"));
        Files.createDirectories(dev.resolve("v4l/by-path"));
        Files.createDirectories(sys.resolve("class/video4linux"));
    }

    private LinuxCameras driver() {
        return new LinuxCameras(
                dev, sys, node -> Optional.ofNullable(cameras.get(node)).flatMap(V4l2::ask));
    }

    private void plug(int number, int index, String socket, String serial, FakeCameraCalls calls)
            throws IOException {
        Path node = Files.createFile(dev.resolve("video" + number));
        cameras.put(node, calls);
        Path device = Files.createDirectories(sys.resolve("devices/usb1/" + socket));
        if (!serial.isEmpty()) Files.writeString(device.resolve("serial"), serial + "\n");
        Path intake = Files.createDirectories(device.resolve(socket + ":1.0"));
        Path sheet = Files.createDirectories(intake.resolve("video4linux/video" + number));
        Files.writeString(sheet.resolve("name"), calls.card() + "\n");
        Files.writeString(sheet.resolve("index"), index + "\n");
        Files.createSymbolicLink(sheet.resolve("device"), intake);
        Files.createSymbolicLink(sys.resolve("class/video4linux/video" + number), sheet);
    }

    private void link(String kind, String name, int number) throws IOException {
        Path link = dev.resolve("v4l").resolve(kind).resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("../../video" + number));
    }

    @Test
    void cameraIsFoundByItsStableLinkUnderAnyNumber() throws Exception {
        String id = "usb-046d_HD_Pro_Webcam_C920_8B2A1F6F-video-index0";
        plug(0, 0, "1-3", "8B2A1F6F", C920);
        plug(1, 1, "1-3", "8B2A1F6F", METADATA);
        link("by-id", id, 0);
        link("by-id", "usb-046d_HD_Pro_Webcam_C920_8B2A1F6F-video-index1", 1);
        link("by-path", "pci-0000:00:14.0-usb-0:3:1.0-video-index0", 0);
        List<UsbDevice> found = driver().devices();
        assertEquals(1, found.size(), found.toString());
        UsbDevice camera = found.getFirst();
        assertEquals(id, camera.id());
        assertTrue(camera.stable());
        assertEquals("HD Pro Webcam C920", camera.name());
        assertEquals(dev.resolve("video0").toString(), camera.place());
        for (String name :
                List.of(
                        id,
                        "hd pro webcam c920",
                        "0",
                        dev.resolve("video0").toString(),
                        "HD Pro Webcam C920#8B2A1F6F",
                        "pci-0000:00:14.0-usb-0:3:1.0-video-index0"))
            assertTrue(camera.answersTo(name), name);
        assertFalse(camera.answersTo("1"));

        Files.delete(dev.resolve("video0"));
        assertEquals(List.of(), driver().devices());
        plug(4, 0, "1-4", "8B2A1F6F", C920);
        link("by-id", id, 4);
        assertEquals(id, driver().devices().getFirst().id());
        assertEquals(dev.resolve("video4").toString(), driver().devices().getFirst().place());
    }

    @Test
    void twoCamerasOfOneModelWithoutNumbersAreToldApartByTheirSockets() throws Exception {
        plug(0, 0, "1-1", "", C920);
        plug(2, 0, "1-2", "", C920);
        link("by-id", "usb-Generic_C920-video-index0", 2);
        link("by-path", "pci-0-usb-0:1:1.0-video-index0", 0);
        link("by-path", "pci-0-usb-0:2:1.0-video-index0", 2);
        assertEquals(
                List.of("pci-0-usb-0:1:1.0-video-index0", "pci-0-usb-0:2:1.0-video-index0"),
                driver().devices().stream().map(UsbDevice::id).toList());
    }

    @Test
    void withoutLinksNameAndSerialNumberStandIn() throws Exception {
        plug(0, 0, "1-1", "77", C920);
        FakeCameraCalls nameless = new FakeCameraCalls("Clone", 0x84200001, 1, List.of());
        plug(11, 0, "1-2", "", nameless);
        List<UsbDevice> found = driver().devices();
        assertEquals(List.of("HD Pro Webcam C920#77", "Clone"), ids(found));
        assertTrue(found.getFirst().stable());
        assertFalse(found.getLast().stable());
    }

    @Test
    void cameraThatMayNotBeAskedIsStillNamed() throws Exception {
        plug(0, 0, "1-1", "77", C920);
        plug(1, 1, "1-1", "77", METADATA);
        cameras.clear();
        assertEquals(List.of("HD Pro Webcam C920#77"), ids(driver().devices()));
        assertEquals(List.of(), driver().modes(driver().devices().getFirst()));
    }

    @Test
    void brokenLinksAndOtherNodesAreNoCameras() throws Exception {
        plug(0, 0, "1-1", "77", C920);
        link("by-id", "usb-gone-video-index0", 9);
        Files.createFile(dev.resolve("video-codec"));
        Files.createFile(dev.resolve("video7"));
        assertEquals(List.of("HD Pro Webcam C920#77"), ids(driver().devices()));
    }

    private static List<String> ids(List<UsbDevice> devices) {
        return devices.stream().map(UsbDevice::id).toList();
    }

    @Test
    void modesCarryTheHighestRateOfEachSize() throws Exception {
        plug(0, 0, "1-1", "77", C920);
        assertEquals(
                List.of(
                        "yuyv422 640x480 @30",
                        "yuyv422 160x90 @30",
                        "mjpeg 1920x1080 @30",
                        "mjpeg 1280x720 @30"),
                modes(C920));
        FakeCameraCalls any =
                new FakeCameraCalls(
                        "Virtual",
                        1,
                        0,
                        List.of(
                                new Format("MJPG", new int[][] {{48, 1600, 16, 32, 1200, 8}}, 25),
                                new Format("NV12", new int[][] {{320, 240}}, 0)));
        assertEquals(
                List.of(
                        "mjpeg 1280x720 @25",
                        "mjpeg 640x480 @25",
                        "mjpeg 1600x1200 @25",
                        "nv12 320x240"),
                modes(any));
        Map<String, String> options =
                driver().options(
                                driver().devices().getFirst(),
                                Optional.of(new CameraMode("mjpeg", 1280, 720, 29.97)));
        assertEquals(
                Map.of("input_format", "mjpeg", "video_size", "1280x720", "framerate", "29.970"),
                options);
    }

    private static List<String> modes(FakeCameraCalls calls) {
        return V4l2.ask(calls).orElseThrow().modes().stream().map(CameraMode::toString).toList();
    }

    @Test
    void driverThatNeverEndsItsListIsLeft() {
        V4l2.Calls endless = (request, structure) -> 0;
        V4l2.Answer answer = V4l2.ask(endless).orElseThrow();
        assertEquals(List.of(), answer.modes());
        assertEquals(Optional.empty(), V4l2.ask((request, structure) -> -1));
    }

    @Test
    void fileThatIsNoCameraGivesNoAnswerOfTheSystem() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "the calls of Linux");
        assertEquals(Optional.empty(), LinuxNode.ask(Path.of("/dev/null")));
        assertEquals(Optional.empty(), LinuxNode.ask(folder.resolve("missing")));
    }
}
