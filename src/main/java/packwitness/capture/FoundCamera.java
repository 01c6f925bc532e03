package packwitness.capture;

import java.util.List;

/**
 * A camera that a driver of this machine names.
 *
 * @param uri the address to open it with, which stays the same when it is plugged in again
 * @param name what its maker calls it
 * @param driver v4l2, dshow, avfoundation or webcam-capture
 * @param stableId how the system names it for good; empty where it can only be told by its name
 * @param modes what it offers; empty where it does not tell
 * @param chosen the mode it is opened with unless its address asks for another
 */
public record FoundCamera(
        String uri,
        String name,
        String driver,
        String stableId,
        List<CameraMode> modes,
        ModeChoice chosen) {
    public FoundCamera {
        modes = List.copyOf(modes);
    }
}
