package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Motion JPEG over HTTP, from a server of this process. */
class MotionJpegTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private static JpegServer.Show endless() {
        return parts -> {
            while (true) {
                parts.picture();
                Thread.sleep(5);
            }
        };
    }

    private static Shot next(Camera camera) throws Failure {
        return camera.next().orElseThrow();
    }

    @Test
    void picturesAreReadStampedAndDecodedInLimitedRange() throws Exception {
        try (JpegServer server = JpegServer.open(endless());
                Camera camera = Cameras.open(server.address() + "?user=me", CLOCK);
                ShotDecoder decoder = camera.decoder()) {
            assertEquals("mjpeg", camera.facts().codec());
            assertEquals(320, camera.facts().width());
            assertFalse(camera.facts().uri().contains("me"), camera.facts().uri());
            long before = Long.MIN_VALUE;
            for (int i = 0; i < 20; i++) {
                try (Shot shot = next(camera)) {
                    assertEquals(i, shot.number());
                    assertTrue(shot.key());
                    assertTrue(i == 0 || shot.arrivalNanos() > before);
                    assertTrue(shot.arrivalNanos() <= System.nanoTime());
                    before = shot.arrivalNanos();
                    decoder.put(shot);
                }
                Picture picture = decoder.take().orElseThrow();
                assertEquals(i, picture.number());
                int most = 0;
                byte[] rows = FrameReader.rows(picture.frame(), 0, 320, 180);
                for (byte one : rows) most = Math.max(most, one & 255);
                assertTrue(most >= 225 && most <= 240, "limited range: " + most);
            }
        }
    }

    @Test
    void arrivalIsWhenThePictureCameAndNotWhatAnyRateSays() throws Exception {
        JpegServer.Show slow =
                parts -> {
                    for (int i = 0; i < 12; i++) parts.picture();
                    Thread.sleep(700);
                    while (true) {
                        parts.picture();
                        Thread.sleep(20);
                    }
                };
        try (JpegServer server = JpegServer.open(slow);
                Camera camera = Cameras.open(server.address(), CLOCK)) {
            List<Long> arrivals = new ArrayList<>();
            for (int i = 0; i < 16; i++)
                try (Shot shot = next(camera)) {
                    arrivals.add(shot.arrivalNanos());
                }
            long widest = 0;
            for (int i = 1; i < arrivals.size(); i++)
                widest = Math.max(widest, arrivals.get(i) - arrivals.get(i - 1));
            assertTrue(widest > 400_000_000L, "the pause is seen: " + widest);
        }
    }

    @Test
    void cameraThatDropsTheConnectionIsLostAndComesBack() throws Exception {
        JpegServer.Show ten =
                parts -> {
                    for (int i = 0; i < 10; i++) parts.picture();
                };
        try (JpegServer server = JpegServer.open(ten);
                Camera camera = Cameras.open(server.address(), CLOCK);
                ShotDecoder decoder = camera.decoder()) {
            long seen = 0;
            Optional<Failure> lost = Optional.empty();
            while (lost.isEmpty()) {
                try (Shot shot = next(camera)) {
                    assertEquals(seen++, shot.number());
                } catch (Failure e) {
                    lost = Optional.of(e);
                }
            }
            assertEquals(CaptureProblem.CAMERA_LOST, lost.get().problem());
            assertTrue(seen >= 5, "pictures before the end: " + seen);
            server.stop();
            Failure absent = assertThrows(Failure.class, camera::reopen);
            assertEquals(CaptureProblem.CAMERA_SILENT, absent.problem());
            assertThrows(Failure.class, camera::next);
            server.show(endless());
            server.restart();
            camera.reopen();
            try (Shot shot = next(camera)) {
                assertEquals(seen, shot.number());
                decoder.put(shot);
            }
            assertEquals(seen, decoder.take().orElseThrow().number());
        }
    }

    @Test
    void damagedPartsCostThemselvesAndNoOthers() throws Exception {
        Random random = new Random(11);
        byte[] whole = Jpegs.jpeg(320, 180, 3);
        byte[] noise = new byte[4_000];
        random.nextBytes(noise);
        JpegServer.Show bad =
                parts -> {
                    for (int i = 0; i < 20; i++) parts.picture();
                    byte[] half = Arrays.copyOf(whole, whole.length / 2);
                    parts.head(half.length);
                    parts.bytes(half);
                    parts.text("\r\n");
                    parts.head(noise.length);
                    parts.bytes(noise);
                    parts.text("\r\n");
                    while (true) {
                        parts.picture();
                        Thread.sleep(2);
                    }
                };
        try (JpegServer server = JpegServer.open(bad);
                Camera camera = Cameras.open(server.address(), CLOCK);
                ShotDecoder decoder = camera.decoder()) {
            int pictures = 0;
            for (int i = 0; i < 60; i++) {
                try (Shot shot = next(camera)) {
                    decoder.put(shot);
                }
                while (decoder.take().isPresent()) pictures++;
            }
            assertTrue(pictures >= 56 && pictures <= 60, "decoded: " + pictures);
        }
    }

    @Test
    void whatIsNoPictureAtAllIsAFailureOfTheCamera() throws Exception {
        JpegServer.Show words = parts -> parts.text("no camera here ".repeat(500));
        try (JpegServer server = JpegServer.open(words)) {
            Failure failure =
                    assertThrows(
                            Failure.class, () -> Cameras.open(server.address(), CLOCK).close());
            assertTrue(
                    failure.problem() == CaptureProblem.CAMERA_SILENT
                            || failure.problem() == CaptureProblem.NO_VIDEO,
                    failure.toString());
        }
    }

    @Test
    void silentServerEndsTheReadWhenTheCameraIsClosed() throws Exception {
        JpegServer.Show quiet =
                parts -> {
                    for (int i = 0; i < 30; i++) parts.picture();
                    Thread.sleep(60_000);
                };
        try (JpegServer server = JpegServer.open(quiet)) {
            Camera camera = Cameras.open(server.address(), CLOCK);
            Thread closer =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    Thread.sleep(600);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                camera.close();
                            });
            while (camera.next().map(MotionJpegTest::closed).orElse(false)) Thread.onSpinWait();
            closer.join();
            assertEquals(Optional.empty(), camera.next());
        }
    }

    private static boolean closed(Shot shot) {
        shot.close();
        return true;
    }

    @Test
    void passwordFromTheFileOpensTheCameraAndAWrongOneIsRefused() throws Exception {
        Path file = folder.resolve("camera-passwords");
        CameraPasswords passwords = new CameraPasswords(Optional.of(file), Map.of());
        try (JpegServer server = JpegServer.guarded(endless(), "owner", "s3cr3t@:/ ")) {
            String bare = "http://owner@127.0.0.1:" + server.port() + "/video";
            Failure without =
                    assertThrows(Failure.class, () -> Cameras.open(bare, CLOCK, passwords).close());
            assertEquals(CaptureProblem.CAMERA_REFUSED, without.problem());
            passwords.keep(bare.replace("owner@", "owner:wrong@"));
            Failure wrong =
                    assertThrows(Failure.class, () -> Cameras.open(bare, CLOCK, passwords).close());
            assertEquals(CaptureProblem.CAMERA_REFUSED, wrong.problem());
            assertFalse(wrong.toString().contains("wrong"), wrong.toString());
            assertTrue(server.refused() >= 2);
            assertEquals(bare, passwords.keep(bare.replace("owner@", "owner:s3cr3t%40%3A%2F%20@")));
            try (Camera camera = Cameras.open(bare, CLOCK, passwords);
                    Shot shot = next(camera)) {
                assertEquals(0, shot.number());
                assertEquals("http://127.0.0.1:" + server.port() + "/video", camera.facts().uri());
                assertFalse(camera.facts().toString().contains("owner"));
            }
        }
    }
}
