package packwitness.capture;

import packwitness.value.Failure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one system names its cameras and what it must be told to open one; any thread. */
interface UsbDriver {
    /** Returns the library's name of the driver. */
    String name();

    /** Returns the cameras that are plugged in now, in the system's order. */
    List<UsbDevice> devices() throws Failure;

    /** Returns what the camera offers; empty where it does not tell. */
    List<CameraMode> modes(UsbDevice device) throws Failure;

    /** Returns the address for the library. */
    String url(UsbDevice device);

    /** Returns the library's options for a mode, or for whatever the driver chooses. */
    Map<String, String> options(UsbDevice device, Optional<CameraMode> mode);

    /** Returns the name that the system knows a camera by where the user has made another. */
    default String resolve(String asked) {
        return asked;
    }

    /** Returns what is wrong with cameras that are there but cannot be used. */
    default List<Failure> troubles() {
        return List.of();
    }
}
