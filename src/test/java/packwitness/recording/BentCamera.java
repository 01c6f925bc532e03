package packwitness.recording;

import packwitness.capture.Camera;
import packwitness.capture.CameraFacts;
import packwitness.capture.Cameras;
import packwitness.capture.Picture;
import packwitness.capture.Shot;
import packwitness.capture.ShotDecoder;
import packwitness.value.Failure;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A demo camera that misbehaves as a test wants it. */
class BentCamera implements Camera {
    private final Camera straight;
    private final UnaryOperator<Picture> bend;

    BentCamera(String uri, UnaryOperator<Picture> bend) throws Failure {
        straight = Cameras.open(uri, Clock.systemUTC());
        this.bend = bend;
    }

    @Override
    public CameraFacts facts() {
        CameraFacts facts = straight.facts();
        return new CameraFacts(
                "bent:" + facts.uri(),
                facts.name(),
                "mjpeg",
                facts.width(),
                facts.height(),
                facts.framesPerSecond());
    }

    @Override
    public Instant openedAt() {
        return straight.openedAt();
    }

    @Override
    public boolean patient() {
        return straight.patient();
    }

    @Override
    public boolean interCoded() {
        return straight.interCoded();
    }

    @Override
    public Optional<Shot> next() throws Failure {
        return straight.next();
    }

    @Override
    public void reopen() throws Failure {
        straight.reopen();
    }

    @Override
    public ShotDecoder decoder() throws Failure {
        ShotDecoder decoder = straight.decoder();
        return new ShotDecoder() {
            @Override
            public void put(Shot shot) throws Failure {
                decoder.put(shot);
            }

            @Override
            public void end() {
                decoder.end();
            }

            @Override
            public Optional<Picture> take() throws Failure {
                return decoder.take().map(bend);
            }

            @Override
            public void close() {
                decoder.close();
            }
        };
    }

    @Override
    public void close() {
        straight.close();
    }
}
