package packwitness.capture;

import packwitness.value.Failure;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists the cameras of this machine, and opens one by its stable name; any thread. */
final class UsbCameras {
    private static final Set<String> OPTIONS = Set.of("size", "rate", "fps", "codec");

    /** Opens an address of the library; a seam for tests, which have no camera. */
    interface Opener {
        VideoInput open(UsbDriver driver, UsbDevice device, Optional<CameraMode> mode)
                throws IOException, Failure;
    }

    private final UsbDriver driver;
    private final Opener opener;

    UsbCameras(UsbDriver driver, Opener opener) {
        this.driver = driver;
        this.opener = opener;
    }

    static UsbCameras ofThisSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        DeviceLog log = DeviceLog.real();
        UsbDriver driver =
                system.contains("win")
                        ? new WindowsCameras(log)
                        : system.contains("mac") ? new MacCameras(log) : LinuxCameras.real();
        return new UsbCameras(driver, UsbCameras::open);
    }

    private static VideoInput open(UsbDriver driver, UsbDevice device, Optional<CameraMode> mode)
            throws IOException, Failure {
        return VideoInput.open(
                driver.url(device),
                driver.name(),
                driver.options(device, mode),
                Duration.ofSeconds(8));
    }

    CameraSearch search() {
        List<FoundCamera> found = new ArrayList<>();
        List<Failure> troubles = new ArrayList<>();
        try {
            for (UsbDevice device : driver.devices()) found.add(found(device, troubles));
            troubles.addAll(driver.troubles());
        } catch (Failure e) {
            troubles.add(e);
        }
        return new CameraSearch(found, troubles);
    }

    private FoundCamera found(UsbDevice device, List<Failure> troubles) {
        List<CameraMode> modes = List.of();
        try {
            modes = driver.modes(device);
        } catch (Failure e) {
            troubles.add(e);
        }
        return new FoundCamera(
                "usb:" + device.id(),
                device.name(),
                driver.name(),
                device.stable() ? device.id() : "",
                modes,
                ModeChoice.of(modes, ModeChoice.Wish.STANDARD));
    }

    Camera open(CameraUri uri, Instant now) throws Failure {
        uri.only(OPTIONS);
        ModeChoice.Wish wish = wish(uri);
        String asked = uri.body().strip();
        UsbDevice first = find(asked.isEmpty() ? "0" : asked, asked);
        StreamSource source =
                StreamSource.device(
                        uri.open(),
                        first.name(),
                        // The number of the node may be another when the camera comes back.
                        () -> open(find(first.id(), asked), wish, asked));
        return new StreamCamera(source, now);
    }

    private static ModeChoice.Wish wish(CameraUri uri) throws Failure {
        ModeChoice.Wish standard = ModeChoice.Wish.STANDARD;
        int[] size = uri.size(standard.width(), standard.height());
        double rate = uri.number("fps", standard.framesPerSecond(), 1, 240);
        rate = uri.number("rate", rate, 1, 240);
        Optional<String> codec = uri.option("codec").map(text -> text.toLowerCase(Locale.ROOT));
        if (codec.isPresent() && !codec.get().matches("[a-z0-9]{2,12}"))
            throw new Failure(CaptureProblem.OPTION_UNKNOWN, uri.open(), "codec=" + codec.get());
        return new ModeChoice.Wish(size[0], size[1], rate, codec);
    }

    private UsbDevice find(String wanted, String asked) throws Failure {
        List<UsbDevice> devices = driver.devices();
        String known = driver.resolve(wanted);
        for (UsbDevice device : devices) if (device.id().equals(wanted)) return device;
        for (UsbDevice device : devices) if (device.answersTo(known)) return device;
        if (asked.isEmpty() && !devices.isEmpty()) return devices.getFirst();
        throw new Failure(CaptureProblem.CAMERA_NOT_FOUND, asked.isEmpty() ? "usb:" : asked);
    }

    private VideoInput open(UsbDevice device, ModeChoice.Wish wish, String asked) throws Failure {
        Optional<CameraMode> mode = ModeChoice.of(driver.modes(device), wish).mode();
        try {
            try {
                return opener.open(driver, device, mode);
            } catch (IOException refused) {
                if (mode.isEmpty()) throw refused;
                // Some cameras list modes that they then refuse; any picture is better than none.
                return opener.open(driver, device, Optional.empty());
            }
        } catch (VideoInput.NoVideo e) {
            throw new Failure(CaptureProblem.NO_VIDEO, e, device.name());
        } catch (IOException e) {
            throw new Failure(CaptureProblem.CAMERA_NOT_FOUND, e, asked);
        }
    }
}
