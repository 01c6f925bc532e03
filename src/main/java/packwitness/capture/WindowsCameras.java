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
 * The cameras of Windows, through DirectShow. A camera is remembered by its alternative name, which
 * holds maker, model and socket ({@code @device_pnp_…}).
 */
final class WindowsCameras implements UsbDriver {
    private static final Pattern DEVICE =
            Pattern.compile("^(?:\\[[^\\]]*\\])?\\s*\"(.+)\"(?:\\s+\\((.*)\\))?\\s*$");
    private static final Pattern ALTERNATIVE = Pattern.compile("Alternative name \"(.+)\"");
    private static final Pattern MODE =
            Pattern.compile(
                    "(vcodec|pixel_format)=(\\w+)\\s.*max s=(\\d{2,5})x(\\d{2,5})"
                            + " fps=(\\d{1,6}(?:\\.\\d+)?)");

    private final DeviceLog log;

    WindowsCameras(DeviceLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "dshow";
    }

    @Override
    public List<UsbDevice> devices() throws Failure {
        return devices(log.lines("dshow", "dummy", Map.of("list_devices", "true")));
    }

    /** Reads the list of a new driver, which marks each line, and of an old one with headings. */
    static List<UsbDevice> devices(List<String> lines) {
        List<UsbDevice> found = new ArrayList<>();
        boolean heading = true;
        Optional<String> waiting = Optional.empty();
        for (String line : lines) {
            if (line.contains("DirectShow audio devices")) heading = false;
            if (line.contains("DirectShow video devices")) heading = true;
            Matcher alternative = ALTERNATIVE.matcher(line);
            if (alternative.find()) {
                if (waiting.isPresent())
                    found.add(device(found.size(), waiting.get(), alternative.group(1)));
                waiting = Optional.empty();
                continue;
            }
            Matcher device = DEVICE.matcher(line);
            if (!device.find()) continue;
            if (waiting.isPresent()) found.add(device(found.size(), waiting.get(), ""));
            String kinds = device.group(2);
            boolean video = kinds == null ? heading : kinds.contains("video");
            waiting = video ? Optional.of(device.group(1)) : Optional.empty();
        }
        if (waiting.isPresent()) found.add(device(found.size(), waiting.get(), ""));
        return found;
    }

    private static UsbDevice device(int index, String name, String alternative) {
        String id = alternative.isEmpty() ? name : alternative;
        return new UsbDevice(id, !alternative.isEmpty(), List.of(String.valueOf(index)), name, id);
    }

    @Override
    public List<CameraMode> modes(UsbDevice device) throws Failure {
        return modes(log.lines("dshow", url(device), Map.of("list_options", "true")));
    }

    static List<CameraMode> modes(List<String> lines) {
        Set<CameraMode> found = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher mode = MODE.matcher(line);
            if (!mode.find()) continue;
            String codec = mode.group(2);
            if (codec.equals("none")) continue;
            double rate = Double.parseDouble(mode.group(5));
            found.add(
                    new CameraMode(
                            codec,
                            Integer.parseInt(mode.group(3)),
                            Integer.parseInt(mode.group(4)),
                            // The driver prints a period of 100 ns steps as 30.0003.
                            Math.rint(rate * 100) / 100));
        }
        return new ArrayList<>(found);
    }

    @Override
    public String url(UsbDevice device) {
        return "video=" + device.place();
    }

    @Override
    public Map<String, String> options(UsbDevice device, Optional<CameraMode> mode) {
        Map<String, String> options = new LinkedHashMap<>();
        // The driver's own 3 MB hold less than one raw picture of Full HD.
        options.put("rtbufsize", "67108864");
        mode.ifPresent(chosen -> {
            options.put(chosen.compressed() ? VideoInput.CODEC : "pixel_format", chosen.codec());
            options.put("video_size", chosen.width() + "x" + chosen.height());
            if (chosen.framesPerSecond() > 0)
                options.put(
                        "framerate", String.format(Locale.ROOT, "%.2f", chosen.framesPerSecond()));
        });
        return options;
    }
}
