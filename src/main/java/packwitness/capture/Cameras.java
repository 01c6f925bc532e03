package packwitness.capture;

import packwitness.value.Failure;

import java.time.Clock;

/** Opens cameras by their address. */
public final class Cameras {
    private Cameras() {}

    /**
     * Opens {@code demo:}, {@code file:}, {@code rtsp:}, {@code http:} or {@code usb:}; the caller
     * closes it, or hands it to a recorder, which does.
     */
    public static Camera open(String uri, Clock clock) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
