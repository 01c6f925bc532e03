package packwitness.capture;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The cameras of Linux. A camera is remembered by the link that the system makes of its maker,
 * model and serial number (/dev/v4l/by-id), else by its socket (by-path), else by name and serial
 * number from /sys; the numbers of /dev/video change with every plug.
 */
final class LinuxCameras implements UsbDriver {
    /** A node that hands out pictures. */
    private record Node(Path path, String name, String serial) {
        int number() {
            String digits = path.getFileName().toString().replaceAll("[^0-9]", "");
            return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }
    }

    private final Path devices;
    private final Path system;
    private final Function<Path, Optional<V4l2.Answer>> questions;

    /** Takes /dev and /sys, and how a node is asked. */
    LinuxCameras(Path devices, Path system, Function<Path, Optional<V4l2.Answer>> questions) {
        this.devices = devices;
        this.system = system;
        this.questions = questions;
    }

    static LinuxCameras real() {
        return new LinuxCameras(Path.of("/dev"), Path.of("/sys"), LinuxNode::ask);
    }

    @Override
    public String name() {
        return "v4l2";
    }

    @Override
    public List<UsbDevice> devices() {
        List<Node> nodes = nodes();
        Map<Path, String> ids = links("by-id");
        Map<Path, String> sockets = links("by-path");
        List<UsbDevice> found = new ArrayList<>();
        for (Node node : nodes) {
            List<String> others = new ArrayList<>();
            others.add(node.path.toString());
            others.add(String.valueOf(node.number()));
            Optional<String> id = Optional.ofNullable(ids.get(node.path));
            Optional<String> socket = Optional.ofNullable(sockets.get(node.path));
            // Two cameras of one model without serial numbers share one link, which then points to
            // either.
            boolean shared =
                    node.serial.isEmpty()
                            && nodes.stream()
                                    .anyMatch(
                                            other -> other != node && other.name.equals(node.name));
            Optional<String> best = shared ? socket.or(() -> id) : id.or(() -> socket);
            String bySystem = node.serial.isEmpty() ? node.name : node.name + "#" + node.serial;
            id.ifPresent(others::add);
            socket.ifPresent(others::add);
            others.add(bySystem);
            found.add(
                    new UsbDevice(
                            best.orElse(bySystem),
                            best.isPresent() || !node.serial.isEmpty(),
                            others,
                            node.name,
                            node.path.toString()));
        }
        return found;
    }

    /** One camera has several nodes; those that hand out no pictures are left out. */
    private List<Node> nodes() {
        List<Node> found = new ArrayList<>();
        for (Path node : list(devices, "video*")) {
            if (!node.getFileName().toString().matches("video[0-9]+")) continue;
            Path sheet = system.resolve("class/video4linux").resolve(node.getFileName());
            Optional<V4l2.Answer> answer = questions.apply(node);
            if (answer.isPresent() && !answer.get().captures()) continue;
            // Nothing can be asked without permission; then the first node of a camera is taken.
            if (answer.isEmpty() && !line(sheet.resolve("index")).orElse("0").equals("0")) continue;
            if (answer.isEmpty() && !Files.exists(sheet)) continue;
            String name =
                    line(sheet.resolve("name"))
                            .or(() -> answer.map(V4l2.Answer::card))
                            .orElse(node.getFileName().toString());
            found.add(new Node(node, name, serial(sheet.resolve("device"))));
        }
        found.sort(Comparator.comparingInt(Node::number));
        return found;
    }

    /** The number stands at the USB device, one above the interface that is the camera. */
    private static String serial(Path device) {
        try {
            Path real = device.toRealPath();
            Path above = real.getParent();
            return line(real.resolve("serial"))
                    .or(() -> above == null ? Optional.empty() : line(above.resolve("serial")))
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> line(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the link's name for each node; of several the first by name. */
    private Map<Path, String> links(String kind) {
        Map<Path, String> found = new TreeMap<>();
        for (Path link : list(devices.resolve("v4l").resolve(kind), "*")) {
            try {
                Path target = link.toRealPath();
                Path node = devices.toRealPath().relativize(target);
                found.merge(
                        devices.resolve(node),
                        link.getFileName().toString(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            } catch (IOException | IllegalArgumentException e) {
                // A link to a camera that was just pulled out.
            }
        }
        return found;
    }

    private static List<Path> list(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) return found;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    @Override
    public List<CameraMode> modes(UsbDevice device) {
        return questions.apply(Path.of(device.place())).map(V4l2.Answer::modes).orElse(List.of());
    }

    @Override
    public String url(UsbDevice device) {
        return device.place();
    }

    @Override
    public Map<String, String> options(UsbDevice device, Optional<CameraMode> mode) {
        Map<String, String> options = new LinkedHashMap<>();
        // The camera's own times stay aside: arrival is stamped by one clock for all cameras.
        mode.ifPresent(chosen -> {
            options.put("input_format", chosen.codec());
            options.put("video_size", chosen.width() + "x" + chosen.height());
            if (chosen.framesPerSecond() > 0)
                options.put(
                        "framerate", String.format(Locale.ROOT, "%.3f", chosen.framesPerSecond()));
        });
        return options;
    }

    /** Follows a link such as /dev/packing-camera to its node. */
    @Override
    public String resolve(String asked) {
        if (!asked.startsWith("/")) return asked;
        try {
            return Path.of(asked).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            return asked;
        }
    }

    @Override
    public List<Failure> troubles() {
        List<Failure> found = new ArrayList<>();
        for (UsbDevice device : devices()) {
            Path node = Path.of(device.place());
            if (!Files.isReadable(node) || !Files.isWritable(node))
                found.add(new Failure(CaptureProblem.CAMERA_FORBIDDEN, device.name(), node));
        }
        return found;
    }
}
