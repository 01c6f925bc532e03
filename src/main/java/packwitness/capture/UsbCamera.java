package packwitness.capture;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a camera of this machine by name or index and opens it, compressed pictures first. */
final class UsbCamera {
    private static final Set<String> OPTIONS = Set.of("size", "fps");

    private UsbCamera() {}

    static Camera open(CameraUri uri, Instant now) throws Failure {
        uri.only(OPTIONS);
        int[] size = uri.size(1280, 720);
        double fps = uri.number("fps", 30, 1, 240);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("video_size", size[0] + "x" + size[1]);
        options.put("framerate", String.format(Locale.ROOT, "%.3f", fps));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String asked = uri.body().strip();
        if (asked.isEmpty()) asked = "0";
        if (system.contains("win")) {
            Map<String, String> mjpeg = new LinkedHashMap<>(options);
            mjpeg.put("vcodec", "mjpeg");
            String device = asked.matches("[0-9]+") ? Devices.windows(asked) : asked;
            return compressedFirst(uri, device, "video=" + device, "dshow", mjpeg, options, now);
        }
        if (system.contains("mac"))
            return new StreamCamera(
                    StreamSource.device(uri.open(), asked, asked, "avfoundation", options), now);
        String node = linuxNode(asked);
        if (!Files.exists(Path.of(node))) throw new Failure(CaptureProblem.CAMERA_NOT_FOUND, asked);
        Map<String, String> mjpeg = new LinkedHashMap<>(options);
        mjpeg.put("input_format", "mjpeg");
        return compressedFirst(uri, asked, node, "v4l2", mjpeg, options, now);
    }

    /** Raw pictures of Full HD do not fit through USB 2; nearly every camera knows MJPEG. */
    private static Camera compressedFirst(
            CameraUri uri,
            String name,
            String url,
            String driver,
            Map<String, String> compressed,
            Map<String, String> raw,
            Instant now)
            throws Failure {
        try {
            return new StreamCamera(
                    StreamSource.device(uri.open(), name, url, driver, compressed), now);
        } catch (Failure noMjpeg) {
            return new StreamCamera(StreamSource.device(uri.open(), name, url, driver, raw), now);
        }
    }

    private static String linuxNode(String asked) throws Failure {
        if (asked.startsWith("/dev/")) return asked;
        if (asked.matches("[0-9]+")) return "/dev/video" + asked;
        return linuxNamed(asked)
                .orElseThrow(() -> new Failure(CaptureProblem.CAMERA_NOT_FOUND, asked));
    }

    private static Optional<String> linuxNamed(String asked) {
        Path all = Path.of("/sys/class/video4linux");
        if (!Files.isDirectory(all)) return Optional.empty();
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(all, "video*")) {
            Optional<String> found = Optional.empty();
            for (Path node : nodes) {
                String name =
                        Files.readString(node.resolve("name"), StandardCharsets.UTF_8).strip();
                // One camera has several nodes of one name; the picture comes from the lowest.
                String path = "/dev/" + node.getFileName();
                if (name.equalsIgnoreCase(asked)
                        && (found.isEmpty() || path.compareTo(found.get()) < 0))
                    found = Optional.of(path);
            }
            return found;
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
