package packwitness.capture;

import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cameras of macOS, through AVFoundation. Its list has names only, so two cameras of one model
 * are told apart by their order; a screen is no camera.
 */
final class MacCameras implements UsbDriver {
    private static final Pattern DEVICE =
            Pattern.compile("^(?:\\[[^\\]]*@[^\\]]*\\])?\\s*\\[(\\d+)\\]\\s+(.+?)\\s*$");
    private static final Pattern SCREEN = Pattern.compile("Capture screen \\d+");
    private static final Pattern MODE =
            Pattern.compile(
                    "(\\d{2,5})x(\\d{2,5})@\\[\\s*([0-9.]+)\\s+(\\d{1,6}(?:\\.\\d+)?)\\s*\\]fps");

    /** Colours as most cameras of this system give them. */
    private static final String PIXELS = "nv12";

    private final DeviceLog log;

    MacCameras(DeviceLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "avfoundation";
    }

    @Override
    public List<UsbDevice> devices() throws Failure {
        return devices(log.lines("avfoundation", "", Map.of("list_devices", "true")));
    }

    static List<UsbDevice> devices(List<String> lines) {
        List<UsbDevice> found = new ArrayList<>();
        boolean video = false;
        for (String line : lines) {
            if (line.contains("video devices:")) video = true;
            if (line.contains("audio devices:")) video = false;
            Matcher device = DEVICE.matcher(line);
            if (!video || !device.find() || SCREEN.matcher(device.group(2)).matches()) continue;
            String name = device.group(2);
            long before = found.stream().filter(other -> other.name().equals(name)).count();
            found.add(
                    new UsbDevice(
                            before == 0 ? name : name + "#" + (before + 1),
                            before == 0,
                            List.of(device.group(1)),
                            name,
                            device.group(1)));
        }
        return found;
    }

    @Override
    public List<CameraMode> modes(UsbDevice device) throws Failure {
        // The driver tells what it can only where it is asked for what no camera can.
        return modes(
                log.lines(
                        "avfoundation",
                        url(device),
                        Map.of("video_size", "17x17", "framerate", "1")));
    }

    static List<CameraMode> modes(List<String> lines) {
        Set<CameraMode> found = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher mode = MODE.matcher(line);
            if (!mode.find()) continue;
            found.add(
                    new CameraMode(
                            PIXELS,
                            Integer.parseInt(mode.group(1)),
                            Integer.parseInt(mode.group(2)),
                            Double.parseDouble(mode.group(4))));
        }
        return new ArrayList<>(found);
    }

    @Override
    public String url(UsbDevice device) {
        return device.place() + ":none";
    }

    @Override
    public Map<String, String> options(UsbDevice device, Optional<CameraMode> mode) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("pixel_format", PIXELS);
        mode.ifPresent(chosen -> {
            options.put("video_size", chosen.width() + "x" + chosen.height());
            if (chosen.framesPerSecond() > 0)
                options.put(
                        "framerate", String.format(Locale.ROOT, "%.6f", chosen.framesPerSecond()));
        });
        return options;
    }
}
