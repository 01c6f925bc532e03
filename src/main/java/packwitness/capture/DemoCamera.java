package packwitness.capture;

import packwitness.value.Failure;

import java.time.Instant;
import java.util.Optional;

/** The built-in camera that looks at {@link DemoScene}; what it shows may be set by any thread. */
public final class DemoCamera implements Camera {
    DemoCamera() {}

    /** Puts a new parcel on the table from the next frame on; its label carries this waybill. */
    public void nextParcel(String waybill) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public CameraFacts facts() {
        throw new IllegalStateException("not yet");
    }

    @Override
    public Instant openedAt() {
        throw new IllegalStateException("not yet");
    }

    @Override
    public boolean patient() {
        return false;
    }

    @Override
    public boolean interCoded() {
        return false;
    }

    @Override
    public Optional<Shot> next() throws Failure {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void reopen() {}

    @Override
    public ShotDecoder decoder() {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() {}
}
