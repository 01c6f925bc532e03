package packwitness.capture;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A stream and how to open it, again and again if need be.
 *
 * @param uri the address without credentials
 * @param file whether it comes from a file and ends by itself
 * @param fast whether a file is read as fast as it can be
 * @param loop whether a file begins again at its end
 */
record StreamSource(String uri, String name, Door door, boolean file, boolean fast, boolean loop) {
    /** Opens the source once; it alone knows a password. */
    interface Door {
        VideoInput open() throws Failure;
    }

    static StreamSource network(CameraUri uri, CameraPasswords passwords) {
        Map<String, String> options =
                uri.scheme().startsWith("rtsp")
                        ? Map.of("rtsp_transport", "tcp", "analyzeduration", "2000000")
                        // It names no rate; the pictures read to guess one would be stamped late.
                        : Map.of(
                                "analyzeduration",
                                "2000000",
                                "fpsprobesize",
                                "2",
                                "multiple_requests",
                                "0");
        String shown = uri.open();
        return new StreamSource(
                shown, shown, () -> dial(uri, options, passwords), false, false, false);
    }

    private static VideoInput dial(
            CameraUri uri, Map<String, String> options, CameraPasswords passwords) throws Failure {
        try {
            // Asked each time, so that a corrected password helps without a restart.
            return VideoInput.open(
                    passwords.complete(uri.whole()), null, options, Duration.ofSeconds(5));
        } catch (VideoInput.NoVideo e) {
            throw new Failure(CaptureProblem.NO_VIDEO, e, uri.open());
        } catch (VideoInput.Refused e) {
            throw new Failure(CaptureProblem.CAMERA_REFUSED, e, uri.open());
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw new Failure(CaptureProblem.CAMERA_SILENT, e, uri.open(), reason);
        }
    }

    static StreamSource device(String uri, String name, Door door) {
        return new StreamSource(uri, name, door, false, false, false);
    }

    static StreamSource file(Path file, Door door, boolean fast, boolean loop) {
        Path name = file.getFileName();
        return new StreamSource(
                "file:" + file,
                name == null ? file.toString() : name.toString(),
                door,
                true,
                fast,
                loop);
    }

    VideoInput open() throws Failure {
        return door.open();
    }

    @Override
    public String toString() {
        return uri;
    }
}
