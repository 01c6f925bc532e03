package packwitness.capture;

import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** How to open a stream, again and again if need be; the address inside may carry a password. */
record StreamSource(
        String uri,
        String name,
        String url,
        @Nullable String driver,
        Map<String, String> options,
        Duration patience,
        CaptureProblem missing,
        boolean file,
        boolean fast,
        boolean loop) {
    static StreamSource network(CameraUri uri) {
        Map<String, String> options =
                uri.scheme().startsWith("rtsp")
                        ? Map.of("rtsp_transport", "tcp", "analyzeduration", "2000000")
                        : Map.of("analyzeduration", "2000000", "multiple_requests", "0");
        return new StreamSource(
                uri.open(),
                uri.open(),
                uri.whole(),
                null,
                options,
                Duration.ofSeconds(5),
                CaptureProblem.CAMERA_SILENT,
                false,
                false,
                false);
    }

    static StreamSource device(
            String uri, String name, String url, String driver, Map<String, String> options) {
        return new StreamSource(
                uri,
                name,
                url,
                driver,
                options,
                Duration.ofSeconds(8),
                CaptureProblem.CAMERA_NOT_FOUND,
                false,
                false,
                false);
    }

    VideoInput open() throws Failure {
        try {
            return VideoInput.open(url, driver, options, patience);
        } catch (VideoInput.NoVideo e) {
            throw new Failure(CaptureProblem.NO_VIDEO, e, uri);
        } catch (IOException e) {
            String shown = missing == CaptureProblem.CAMERA_NOT_FOUND ? name : uri;
            throw new Failure(missing, e, shown, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return uri;
    }
}
