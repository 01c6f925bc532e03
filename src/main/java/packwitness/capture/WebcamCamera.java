package packwitness.capture;

import com.github.sarxos.webcam.WebcamDevice;

import packwitness.value.Failure;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A camera of webcam-capture; one thread reads it, any thread closes it. Its pictures are raw and
 * its rate is measured at opening, for the library tells none.
 */
final class WebcamCamera implements Camera {
    private static final Set<String> OPTIONS = Set.of("size");
    private static final long OPENING_MILLIS = 10_000;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long CLOSING_MILLIS = 3_000;

    /** Pictures to measure the rate by, and how long they may take. */
    private static final int MEASURED = 6;

    private static final long MEASURING_MILLIS = 1_500;

    private final CameraUri uri;
    private final WebcamDrivers.Maker maker;
    private final Instant openedAt;
    private final CameraFacts facts;
    private volatile WebcamSession session;
    private volatile boolean closing;
    private long number;

    private WebcamCamera(CameraUri uri, WebcamDrivers.Maker maker, Instant openedAt)
            throws Failure {
        this.uri = uri;
        this.maker = maker;
        this.openedAt = openedAt;
        WebcamDevice device = WebcamDrivers.find(maker, uri.body());
        session = new WebcamSession(device, WebcamDrivers.size(device, uri));
        try {
            facts = facts(device.getName().strip());
        } catch (Failure | RuntimeException e) {
            session.close(CLOSING_MILLIS);
            throw e;
        }
    }

    static Camera open(CameraUri uri, WebcamDrivers.Maker maker, Instant now) throws Failure {
        Natives.ready();
        return new WebcamCamera(uri.only(OPTIONS), maker, now);
    }

    private CameraFacts facts(String name) throws Failure {
        Pixels first = await(OPENING_MILLIS).orElseThrow(() -> lost(CaptureProblem.CAMERA_SILENT));
        long begun = System.nanoTime();
        long from = first.arrivalNanos();
        long to = from;
        int count = 0;
        while (count < MEASURED && (System.nanoTime() - begun) / 1_000_000 < MEASURING_MILLIS) {
            Optional<Pixels> one = await(MEASURING_MILLIS);
            if (one.isEmpty()) break;
            to = one.get().arrivalNanos();
            count++;
        }
        double rate = to > from ? count * 1e9 / (to - from) : 0;
        return new CameraFacts(
                uri.open(),
                name,
                "rawvideo",
                first.width() & ~1,
                first.height() & ~1,
                rate >= 1 && rate <= 240 ? Math.rint(rate * 10) / 10 : 15);
    }

    private Optional<Pixels> await(long millis) {
        try {
            return session.next(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Failure lost(CaptureProblem problem) {
        return new Failure(problem, uri.open(), session.trouble().orElse("no new picture"));
    }

    @Override
    public CameraFacts facts() {
        return facts;
    }

    @Override
    public Instant openedAt() {
        return openedAt;
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
        Optional<Pixels> pixels = await(PATIENCE_MILLIS);
        if (closing || Thread.currentThread().isInterrupted()) return Optional.empty();
        if (pixels.isEmpty()) throw lost(CaptureProblem.CAMERA_LOST);
        return Optional.of(new PixelShot(number++, pixels.get()));
    }

    @Override
    public synchronized void reopen() throws Failure {
        if (closing) return;
        session.close(CLOSING_MILLIS);
        WebcamDevice device = WebcamDrivers.find(maker, uri.body());
        session = new WebcamSession(device, WebcamDrivers.size(device, uri));
        if (closing) session.close(CLOSING_MILLIS);
    }

    @Override
    public ShotDecoder decoder() {
        return new PixelDecoder(facts.width(), facts.height());
    }

    @Override
    public void close() {
        if (closing) return;
        closing = true;
        if (!session.close(CLOSING_MILLIS))
            System.getLogger("packwitness.capture")
                    .log(System.Logger.Level.WARNING, "a camera driver hangs at closing");
    }
}
