package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import javax.imageio.ImageIO;

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
    void motionJpegOverHttpIsRead() throws Exception {
        BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 320, 180);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/video",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set("Content-Type", "multipart/x-mixed-replace;boundary=frame");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        for (int i = 0; i < 200; i++) {
                            String head =
                                    "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: "
                                            + jpeg.size()
                                            + "\r\n\r\n";
                            out.write(head.getBytes(StandardCharsets.US_ASCII));
                            out.write(jpeg.toByteArray());
                            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                        }
                    } catch (IOException closedByCamera) {
                        // The camera has seen enough.
                    }
                });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/video?user=me";
        try (Camera camera = Cameras.open(address, CLOCK);
                ShotDecoder decoder = camera.decoder()) {
            assertEquals("mjpeg", camera.facts().codec());
            assertEquals(320, camera.facts().width());
            assertFalse(camera.facts().uri().contains("me"), camera.facts().uri());
            for (int i = 0; i < 20; i++) {
                try (Shot shot = camera.next().orElseThrow()) {
                    assertEquals(i, shot.number());
                    decoder.put(shot);
                }
                Picture picture = decoder.take().orElseThrow();
                assertEquals(i, picture.number());
                int white = picture.frame().data(0).get(50_000) & 255;
                assertTrue(white >= 233 && white <= 237, "limited range: " + white);
            }
        } finally {
            server.stop(0);
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
