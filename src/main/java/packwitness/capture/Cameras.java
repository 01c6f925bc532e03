package packwitness.capture;

import packwitness.value.Failure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Opens cameras by their address. */
public final class Cameras {
    private Cameras() {}

    /**
     * Opens {@code demo:}, {@code file:}, {@code rtsp:}, {@code http:} or {@code usb:}; the caller
     * closes it, or hands it to a recorder, which does.
     */
    public static Camera open(String uri, Clock clock) throws Failure {
        CameraUri parsed = CameraUri.parse(uri.strip());
        Instant now = clock.instant();
        return switch (parsed.scheme()) {
            case "demo" -> DemoCamera.open(parsed, now);
            case "file" -> file(parsed, now);
            case "rtsp", "rtsps", "http", "https" ->
                    new StreamCamera(StreamSource.network(parsed), now);
            case "usb" -> UsbCamera.open(parsed, now);
            case "webcam" -> throw new Failure(CaptureProblem.CAMERA_DRIVER_MISSING, parsed.body());
            default -> throw new Failure(CaptureProblem.ADDRESS_UNKNOWN, parsed.open());
        };
    }

    /**
     * Opens the second camera of a station, like {@link #open}; a demo camera looks at the table of
     * the first, so that both see the same parcel.
     */
    public static Camera openBeside(Camera first, String uri, Clock clock) throws Failure {
        Camera second = open(uri, clock);
        if (first instanceof DemoCamera table && second instanceof DemoCamera demo)
            demo.standBeside(table);
        return second;
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
