package packwitness.capture;

import packwitness.value.Failure;

import java.time.Clock;

/** Opens a camera by its address; {@link Cameras#open} in the program, others where faults are. */
@FunctionalInterface
public interface CameraOpener {
    Camera open(String uri, Clock clock) throws Failure;
}
