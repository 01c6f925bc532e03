package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.ds.dummy.WebcamDummyDevice;
import com.github.sarxos.webcam.ds.dummy.WebcamDummyDriver;

import org.junit.jupiter.api.Test;

import packwitness.value.Failure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The dummy device of webcam-capture, made to behave as badly as real drivers do. */
class WebcamCameraTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static final class Badly extends WebcamDummyDevice {
        final CountDownLatch forever = new CountDownLatch(1);
        volatile boolean frozen;
        volatile boolean sameImage;
        volatile boolean nothing;
        volatile boolean breaks;
        volatile boolean hangs;
        volatile int given;
        private BufferedImage last = Jpegs.image(176, 144, 0);
        private int number;

        Badly(int number) {
            super(number);
        }

        @Override
        public BufferedImage getImage() {
            hang();
            if (breaks) throw new IllegalStateException("Device is gone");
            if (nothing) return null;
            given++;
            if (sameImage) return last;
            if (!frozen) number++;
            last = Jpegs.image(176, 144, number);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return last;
        }

        private void hang() {
            while (hangs) {
                try {
                    forever.await();
                    return;
                } catch (InterruptedException notHeard) {
                    // Native code does not hear an interruption.
                }
            }
        }
    }

    private record OneDevice(WebcamDevice device) implements WebcamDriver {
        @Override
        public List<WebcamDevice> getDevices() {
            return List.of(device);
        }

        @Override
        public boolean isThreadSafe() {
            return true;
        }
    }

    private static Camera open(Badly device) throws Failure {
        return WebcamCamera.open(
                CameraUri.parse("webcam:dummy webcam 0"), () -> new OneDevice(device), NOW);
    }

    @Test
    void picturesComeThroughInTheirColours() throws Exception {
        WebcamDummyDevice red =
                new WebcamDummyDevice(0) {
                    private int number;

                    @Override
                    public BufferedImage getImage() {
                        BufferedImage image =
                                new BufferedImage(321, 241, BufferedImage.TYPE_INT_RGB);
                        Graphics2D g = image.createGraphics();
                        g.setColor(Color.RED);
                        g.fillRect(0, 0, 321, 241);
                        g.dispose();
                        image.setRGB(number++ % 300, 0, 0);
                        return image;
                    }
                };
        try (Camera camera =
                        WebcamCamera.open(
                                CameraUri.parse("webcam:"), () -> new OneDevice(red), NOW);
                ShotDecoder decoder = camera.decoder();
                Shot shot = camera.next().orElseThrow()) {
            assertEquals("rawvideo", camera.facts().codec());
            assertEquals("Dummy Webcam 0", camera.facts().name());
            assertEquals(320, camera.facts().width());
            assertEquals(240, camera.facts().height());
            decoder.put(shot);
            Picture picture = decoder.take().orElseThrow();
            int at = 100 * picture.frame().linesize(0) + 100;
            int y = picture.frame().data(0).get(at) & 255;
            int u = picture.frame().data(1).get(50 * picture.frame().linesize(1) + 50) & 255;
            int v = picture.frame().data(2).get(50 * picture.frame().linesize(2) + 50) & 255;
            assertTrue(
                    Math.abs(y - 81) < 4 && Math.abs(u - 90) < 4 && Math.abs(v - 240) < 4,
                    y + " " + u + " " + v);
        }
    }

    @Test
    void shotsAreNumberedAndStampedOnArrival() throws Exception {
        try (Camera camera = open(new Badly(0))) {
            long before = Long.MIN_VALUE;
            for (int i = 0; i < 10; i++)
                try (Shot shot = camera.next().orElseThrow()) {
                    assertEquals(i, shot.number());
                    assertTrue(i == 0 || shot.arrivalNanos() > before);
                    assertTrue(shot.arrivalNanos() <= System.nanoTime());
                    before = shot.arrivalNanos();
                }
        }
    }

    @Test
    void stalePictureIsNoShotAndAFreshOneIs() throws Exception {
        Badly device = new Badly(0);
        WebcamSession session = new WebcamSession(device, Optional.empty());
        assertTrue(session.next(5_000).isPresent());
        device.frozen = true;
        drain(session);
        int asked = device.given;
        assertEquals(Optional.empty(), session.next(300), "equal bytes");
        assertTrue(device.given > asked, "the driver was asked meanwhile");
        device.frozen = false;
        assertTrue(session.next(5_000).isPresent());
        device.sameImage = true;
        drain(session);
        assertEquals(Optional.empty(), session.next(300), "the same image again");
        device.nothing = true;
        assertEquals(Optional.empty(), session.next(100), "no image");
        device.nothing = false;
        device.sameImage = false;
        assertTrue(session.next(5_000).isPresent());
        assertTrue(session.close(5_000));
    }

    private static void drain(WebcamSession session) throws InterruptedException {
        while (session.next(200).isPresent()) Thread.onSpinWait();
    }

    @Test
    void driverThatBreaksOffIsALossAndComesBackByReopening() throws Exception {
        Badly device = new Badly(0);
        try (Camera camera = open(device)) {
            camera.next().orElseThrow().close();
            device.breaks = true;
            Failure lost =
                    assertThrows(
                            Failure.class,
                            () -> {
                                while (true) camera.next().orElseThrow().close();
                            });
            assertEquals(CaptureProblem.CAMERA_LOST, lost.problem());
            assertTrue(lost.toString().contains("Device is gone"), lost.toString());
            device.breaks = false;
            camera.reopen();
            try (Shot shot = camera.next().orElseThrow()) {
                assertTrue(shot.number() > 0);
            }
        }
        assertFalse(device.isOpen());
    }

    @Test
    void driverThatHangsHoldsNobodyUpForLong() throws Exception {
        Badly device = new Badly(0);
        WebcamSession session = new WebcamSession(device, Optional.empty());
        assertTrue(session.next(5_000).isPresent());
        device.hangs = true;
        drain(session);
        assertFalse(session.close(200));
        device.hangs = false;
        device.forever.countDown();
        assertTrue(session.close(5_000));
    }

    @Test
    void closingEndsAWaitingRead() throws Exception {
        Badly device = new Badly(0);
        Camera camera = open(device);
        device.frozen = true;
        CountDownLatch ended = new CountDownLatch(1);
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        while (camera.next().isPresent()) Thread.onSpinWait();
                        ended.countDown();
                    } catch (Failure e) {
                        // Counted as not ended.
                    }
                });
        Thread.sleep(100);
        camera.close();
        assertTrue(ended.await(4, TimeUnit.SECONDS));
    }

    @Test
    void camerasOfTheDummyDriverAreListedAndFoundByName() throws Exception {
        WebcamDrivers.Maker two = () -> new WebcamDummyDriver(2);
        List<FoundCamera> found = WebcamDrivers.found(two);
        assertEquals(
                List.of("webcam:Dummy Webcam 0", "webcam:Dummy Webcam 1"),
                found.stream().map(FoundCamera::uri).toList());
        assertEquals("rgb24 640x480", found.getFirst().chosen().mode().orElseThrow().toString());
        assertEquals(
                List.of(ModeChoice.Reason.RAW_ONLY, ModeChoice.Reason.NEAREST_SIZE),
                found.getFirst().chosen().why());
        assertEquals("Dummy Webcam 1", WebcamDrivers.find(two, "webcam 1").getName());
        Failure missing = assertThrows(Failure.class, () -> WebcamDrivers.find(two, "front"));
        assertEquals(CaptureProblem.CAMERA_NOT_FOUND, missing.problem());
        Failure broken =
                assertThrows(
                        Failure.class,
                        () ->
                                WebcamDrivers.devices(() -> {
                                    throw new UnsatisfiedLinkError("no bridj");
                                }));
        assertEquals(CaptureProblem.CAMERA_DRIVER_MISSING, broken.problem());
    }

    @Test
    void deviceWithoutPicturesIsSilentAndItsNativeDriverIsNotLoaded() {
        // Without a screen the library's own dummy cannot paint, which is a loss like any other.
        Failure silent =
                assertThrows(
                        Failure.class,
                        () ->
                                WebcamCamera.open(
                                        CameraUri.parse("webcam:"),
                                        () ->
                                                new OneDevice(
                                                        new WebcamDummyDevice(0) {
                                                            @Override
                                                            public void open() {
                                                                throw new IllegalStateException(
                                                                        "busy");
                                                            }
                                                        }),
                                        NOW));
        assertEquals(CaptureProblem.CAMERA_SILENT, silent.problem());
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("atomic-processor")),
                "the driver with native code was asked");
    }
}
