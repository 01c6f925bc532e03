package packwitness.capture;

import packwitness.value.Failure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Opens cameras by their address. */
public final class Cameras {
    private Cameras() {}

    /**
     * Opens {@code demo:}, {@code file:}, {@code rtsp:}, {@code http:}, {@code usb:} or {@code
     * webcam:}; the caller closes it, or hands it to a recorder, which does.
     */
    public static Camera open(String uri, Clock clock) throws Failure {
        return open(uri, clock, CameraPasswords.ofThisUser());
    }

    static Camera open(String uri, Clock clock, CameraPasswords passwords) throws Failure {
        CameraUri parsed = CameraUri.parse(uri.strip());
        Instant now = clock.instant();
        return switch (parsed.scheme()) {
            case "demo" -> DemoCamera.open(parsed, now);
            case "file" -> file(parsed, now);
            case "rtsp", "rtsps", "http", "https" ->
                    new StreamCamera(StreamSource.network(parsed, passwords), now);
            case "usb" -> UsbCameras.ofThisSystem().open(parsed, now);
            case "webcam" -> WebcamCamera.open(parsed, WebcamDrivers::real, now);
            default -> throw new Failure(CaptureProblem.ADDRESS_UNKNOWN, parsed.open());
        };
    }

    /**
     * Opens the second camera of a station, like {@link #open}; a demo camera looks at the table of
     * the first, so that both see the same parcel.
     */
    public static Camera openBeside(Camera first, String uri, Clock clock) throws Failure {
        Camera second = open(uri, clock);
        standBeside(first, second);
        return second;
    }

    /** Lets a second demo camera look at the table of the first; others see what they see. */
    public static void standBeside(Camera first, Camera second) {
        if (first instanceof DemoCamera table && second instanceof DemoCamera demo)
            demo.standBeside(table);
    }

    /** Looks for the cameras of this machine; may take seconds. */
    public static CameraSearch list() {
        return UsbCameras.ofThisSystem().search();
    }

    /**
     * Looks for cameras through the second driver, whose native code is loaded for it: for a
     * machine where {@link #list()} finds less than is plugged in.
     */
    public static CameraSearch listBySecondDriver() {
        try {
            return new CameraSearch(WebcamDrivers.found(WebcamDrivers::real), List.of());
        } catch (Failure e) {
            return new CameraSearch(List.of(), List.of(e));
        }
    }

    private static Camera file(CameraUri uri, Instant now) throws Failure {
        uri.only(Set.of("loop", "pace"));
        boolean loop = uri.option("loop").map(value -> !value.equals("false")).orElse(false);
        try {
            Path path = Path.of(uri.body());
            return new StreamCamera(VideoFile.source(path, uri.fast(), loop), now);
        } catch (InvalidPathException e) {
            throw new Failure(CaptureProblem.FILE_MISSING, e, uri.body());
        }
    }
}
