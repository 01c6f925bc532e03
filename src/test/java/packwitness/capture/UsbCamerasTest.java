package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A driver whose cameras are plugged and pulled by the test; the pictures come from a file. */
class UsbCamerasTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final class Plugs implements UsbDriver {
        final List<UsbDevice> plugged = new ArrayList<>();
        final List<String> opened = new ArrayList<>();
        boolean refuseModes;

        @Override
        public String name() {
            return "plugs";
        }

        @Override
        public List<UsbDevice> devices() {
            return List.copyOf(plugged);
        }

        @Override
        public List<CameraMode> modes(UsbDevice device) {
            return List.of(
                    new CameraMode("yuyv422", 640, 480, 30), new CameraMode("mjpeg", 320, 180, 25));
        }

        @Override
        public String url(UsbDevice device) {
            return device.place();
        }

        @Override
        public Map<String, String> options(UsbDevice device, Optional<CameraMode> mode) {
            return Map.of();
        }

        VideoInput open(UsbDevice device, Optional<CameraMode> mode) throws IOException, Failure {
            opened.add(device.place() + " " + mode.map(CameraMode::toString).orElse("any"));
            if (refuseModes && mode.isPresent()) throw new IOException("Invalid argument");
            return VideoInput.open(VideoFile.url(pictures), null, Map.of(), Duration.ofSeconds(5));
        }
    }

    @TempDir Path folder;

    private final Plugs plugs = new Plugs();
    private final UsbCameras cameras =
            new UsbCameras(plugs, (driver, device, mode) -> plugs.open(device, mode));
    private Path pictures;

    @BeforeEach
    void pictures() throws IOException {
        pictures = Jpegs.stream(folder.resolve("camera.mjpeg"), 320, 180, 3);
    }

    private void plug(String id, String place) {
        plugs.plugged.add(new UsbDevice(id, true, List.of(place), "Pack Cam", place));
    }

    private Camera open(String uri) throws Failure {
        return cameras.open(CameraUri.parse(uri), NOW);
    }

    @Test
    void cameraThatComesBackUnderAnotherNodeIsTheSame() throws Exception {
        plug("serial-1", "/dev/video0");
        try (Camera camera = open("usb:/dev/video0");
                ShotDecoder decoder = camera.decoder()) {
            assertEquals("mjpeg", camera.facts().codec());
            assertEquals(320, camera.facts().width());
            for (int i = 0; i < 3; i++) take(camera, decoder, i);
            Failure lost = assertThrows(Failure.class, camera::next);
            assertEquals(CaptureProblem.CAMERA_LOST, lost.problem());
            CodedStream before = camera.stream().orElseThrow();

            plugs.plugged.clear();
            plug("serial-2", "/dev/video0");
            Failure absent = assertThrows(Failure.class, camera::reopen);
            assertEquals(CaptureProblem.CAMERA_NOT_FOUND, absent.problem());
            assertThrows(Failure.class, camera::next);

            plug("serial-1", "/dev/video7");
            camera.reopen();
            take(camera, decoder, 3);
            assertNotSame(before, camera.stream().orElseThrow());
        }
        assertEquals(
                List.of("/dev/video0 mjpeg 320x180 @25", "/dev/video7 mjpeg 320x180 @25"),
                plugs.opened);
    }

    private static void take(Camera camera, ShotDecoder decoder, long number) throws Failure {
        try (Shot shot = camera.next().orElseThrow()) {
            assertEquals(number, shot.number());
            decoder.put(shot);
        }
        assertEquals(number, decoder.take().orElseThrow().number());
    }

    @Test
    void modeThatTheCameraRefusesIsFollowedByItsOwnChoice() throws Exception {
        plug("serial-1", "/dev/video0");
        plugs.refuseModes = true;
        try (Camera camera = open("usb:Pack Cam?codec=raw&size=640x480")) {
            // The facts tell what the camera sends, not what it was asked for.
            assertEquals("mjpeg", camera.facts().codec());
            assertEquals(320, camera.facts().width());
        }
        assertEquals(List.of("/dev/video0 yuyv422 640x480 @30", "/dev/video0 any"), plugs.opened);
    }

    @Test
    void twoCamerasAreOpenAtOnce() throws Exception {
        plug("serial-1", "/dev/video0");
        plug("serial-2", "/dev/video2");
        long before = System.nanoTime();
        try (Camera one = open("usb:serial-1");
                Camera two = open("usb:serial-2");
                Shot first = one.next().orElseThrow();
                Shot second = two.next().orElseThrow()) {
            assertTrue(first.arrivalNanos() >= before);
            assertTrue(second.arrivalNanos() >= first.arrivalNanos());
        }
    }

    @Test
    void searchTellsOffersAndChoice() {
        plug("serial-1", "/dev/video0");
        CameraSearch search = cameras.search();
        assertEquals(
                List.of(
                        new FoundCamera(
                                "usb:serial-1",
                                "Pack Cam",
                                "plugs",
                                "serial-1",
                                plugs.modes(plugs.plugged.getFirst()),
                                new ModeChoice(
                                        Optional.of(new CameraMode("mjpeg", 320, 180, 25)),
                                        List.of(
                                                ModeChoice.Reason.COMPRESSED,
                                                ModeChoice.Reason.NEAREST_SIZE,
                                                ModeChoice.Reason.SLOWER)))),
                search.cameras());
        assertEquals(List.of(), search.troubles());
    }

    @Test
    void wrongOptionsAreTold() {
        plug("serial-1", "/dev/video0");
        for (String options : List.of("speed=9", "size=9x9", "rate=0", "codec=M/J"))
            assertEquals(
                    CaptureProblem.OPTION_UNKNOWN,
                    assertThrows(Failure.class, () -> open("usb:0?" + options)).problem());
    }
}
