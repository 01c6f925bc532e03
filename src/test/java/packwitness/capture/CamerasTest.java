package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

class CamerasTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private static Failure failure(String uri) {
        return assertThrows(Failure.class, () -> Cameras.open(uri, CLOCK).close());
    }

    @Test
    void whatCannotBeOpenedGivesOneClearFailureEach() throws Exception {
        Path empty = Files.write(folder.resolve("empty.mp4"), new byte[0]);
        Path text = Files.writeString(folder.resolve("notes.txt"), "no video ".repeat(2000));
        byte[] noise = new byte[100_000];
        new Random(4).nextBytes(noise);
        Path garbage = Files.write(folder.resolve("garbage.mp4"), noise);
        assertEquals(
                CaptureProblem.FILE_MISSING, failure("file:" + folder.resolve("no.mp4")).problem());
        assertEquals(CaptureProblem.FILE_EMPTY, failure("file:" + empty).problem());
        assertEquals(CaptureProblem.FILE_UNREADABLE, failure("file:" + text).problem());
        assertEquals(CaptureProblem.FILE_UNREADABLE, failure("file:" + garbage).problem());
        assertEquals(CaptureProblem.FILE_UNREADABLE, failure("file:" + folder).problem());
        assertEquals(CaptureProblem.ADDRESS_UNKNOWN, failure("camera").problem());
        assertEquals(CaptureProblem.ADDRESS_UNKNOWN, failure("ftp://host/x").problem());
        assertEquals(CaptureProblem.OPTION_UNKNOWN, failure("demo:?fsp=30").problem());
        assertEquals(CaptureProblem.OPTION_UNKNOWN, failure("demo:?size=12x9").problem());
        assertEquals(CaptureProblem.OPTION_UNKNOWN, failure("demo:?fps=many").problem());
        assertEquals(CaptureProblem.OPTION_UNKNOWN, failure("webcam:front?fps=30").problem());
        assertEquals(CaptureProblem.CAMERA_NOT_FOUND, failure("usb:没有这个摄像头").problem());
        assertEquals(CaptureProblem.CAMERA_NOT_FOUND, failure("usb:97").problem());
    }

    @Test
    void deviceThatIsNoCameraIsAFailureWithOrWithoutTheSystemsLibraries() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/null")), "a Unix device is opened");
        Object problem = failure("usb:/dev/null").problem();
        assertTrue(
                problem == CaptureProblem.CAMERA_NOT_FOUND
                        || problem == CaptureProblem.CAMERA_LIBRARY_MISSING,
                problem.toString());
    }

    @Test
    void passwordsAppearInNoFailureAndNoFact() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String[] addresses = {
            "rtsp://owner:s3cr3t@127.0.0.1:" + port + "/live?token=s3cr3t",
            "http://owner:s3cr3t@127.0.0.1:" + port + "/x?pwd=s3cr3t",
            "http://owner:p/s3cr3t@127.0.0.1:" + port + "/x"
        };
        for (String address : addresses) {
            Failure failure = failure(address);
            assertEquals(CaptureProblem.CAMERA_SILENT, failure.problem());
            assertFalse(failure.toString().contains("s3cr3t"), failure.toString());
            assertFalse(failure.toString().contains("owner"), failure.toString());
            assertFalse(String.valueOf(failure.getCause()).contains("s3cr3t"));
        }
    }

    @Test
    void closingEndsAWaitingReadOfASilentCamera() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            Failure failure = failure("http://127.0.0.1:" + silent.getLocalPort() + "/video");
            assertEquals(CaptureProblem.CAMERA_SILENT, failure.problem());
            assertTrue(System.nanoTime() > begun);
        }
    }

    @Test
    void demoCameraCountsItsFramesAndEnds() throws Exception {
        try (Camera camera = Cameras.open("demo:?size=320x180&pace=fast&count=40", CLOCK);
                ShotDecoder decoder = camera.decoder()) {
            long before = Long.MIN_VALUE;
            for (int i = 0; i < 40; i++) {
                try (Shot shot = camera.next().orElseThrow()) {
                    assertTrue(shot.arrivalNanos() > before || i == 0);
                    before = shot.arrivalNanos();
                    decoder.put(shot);
                }
                Picture picture = decoder.take().orElseThrow();
                byte[] grey = FrameReader.rows(picture.frame(), 0, 320, 180);
                assertEquals(
                        OptionalLong.of(i), DemoScene.readNumber(Grey.of(320, 180, 320, grey)));
            }
            assertEquals(Optional.empty(), camera.next());
            assertEquals(CLOCK.instant(), camera.openedAt());
        }
    }
}
