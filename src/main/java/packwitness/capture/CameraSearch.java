package packwitness.capture;

import packwitness.value.Failure;

import java.util.List;

/** The cameras found on this machine, and what stood in the way of finding more. */
public record CameraSearch(List<FoundCamera> cameras, List<Failure> troubles) {
    public CameraSearch {
        cameras = List.copyOf(cameras);
        troubles = List.copyOf(troubles);
    }
}
