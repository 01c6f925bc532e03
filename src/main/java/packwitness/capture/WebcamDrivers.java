package packwitness.capture;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.ds.buildin.WebcamDefaultDriver;

import packwitness.value.Failure;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The second way to a USB camera: webcam-capture, by its drivers alone. Its class Webcam, which
 * loads the standard driver by itself and keeps threads and hooks, is never touched.
 */
final class WebcamDrivers {
    /** Makes the driver; a seam for tests, which must not load native code by accident. */
    interface Maker {
        WebcamDriver make() throws Failure;
    }

    /** Used where it is on the class path: it speaks AVFoundation and Media Foundation. */
    private static final String NEWER = "com.github.eduramiba.webcamcapture.drivers.NativeDriver";

    private static final ModeChoice.Wish WISH =
            new ModeChoice.Wish(1280, 720, 30, Optional.empty());

    private WebcamDrivers() {}

    /** Returns the best driver of this machine; its native code is loaded by the first question. */
    static WebcamDriver real() throws Failure {
        try {
            Class<?> newer = Class.forName(NEWER);
            return (WebcamDriver) newer.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException usual) {
            return standard();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new Failure(CaptureProblem.CAMERA_DRIVER_MISSING, e, e.toString());
        }
    }

    private static WebcamDriver standard() throws Failure {
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (processor.contains("aarch64"))
            throw new Failure(CaptureProblem.CAMERA_DRIVER_MISSING, "bridj: " + processor);
        return new WebcamDefaultDriver();
    }

    /** Returns the cameras that the driver names. */
    static List<WebcamDevice> devices(Maker maker) throws Failure {
        try {
            return List.copyOf(maker.make().getDevices());
        } catch (RuntimeException | LinkageError e) {
            throw new Failure(CaptureProblem.CAMERA_DRIVER_MISSING, e, e.toString());
        }
    }

    /** Returns the camera of this name, or of one that contains it; the first where it is empty. */
    static WebcamDevice find(Maker maker, String asked) throws Failure {
        List<WebcamDevice> devices = devices(maker);
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        for (WebcamDevice device : devices) if (name(device).equals(wanted)) return device;
        for (WebcamDevice device : devices) if (name(device).contains(wanted)) return device;
        throw new Failure(CaptureProblem.CAMERA_NOT_FOUND, asked.isBlank() ? "webcam:" : asked);
    }

    private static String name(WebcamDevice device) {
        return device.getName().strip().toLowerCase(Locale.ROOT);
    }

    static List<FoundCamera> found(Maker maker) throws Failure {
        List<FoundCamera> found = new ArrayList<>();
        for (WebcamDevice device : devices(maker)) {
            String name = device.getName().strip();
            List<CameraMode> modes = modes(device);
            found.add(
                    new FoundCamera(
                            "webcam:" + name,
                            name,
                            "webcam-capture",
                            "",
                            modes,
                            ModeChoice.of(modes, WISH)));
        }
        return found;
    }

    private static List<CameraMode> modes(WebcamDevice device) {
        return Arrays.stream(device.getResolutions())
                .map(size -> new CameraMode("rgb24", size.width, size.height, 0))
                .toList();
    }

    /** Returns the size to ask for: the one in the address, else the best that is offered. */
    static Optional<Dimension> size(WebcamDevice device, CameraUri uri) throws Failure {
        int[] asked = uri.size(WISH.width(), WISH.height());
        if (uri.option("size").isPresent()) return Optional.of(new Dimension(asked[0], asked[1]));
        return ModeChoice.of(modes(device), WISH)
                .mode()
                .map(mode -> new Dimension(mode.width(), mode.height()));
    }
}
