package packwitness.recording;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

import packwitness.capture.Camera;
import packwitness.capture.CameraFacts;
import packwitness.capture.PacketShot;
import packwitness.capture.Shot;
import packwitness.capture.ShotDecoder;
import packwitness.value.Failure;

import java.time.Instant;
import java.util.Optional;

/** A camera whose pictures come three times as slowly. */
final class SlowedCamera implements Camera {
    private final Camera quick;
    private long start = Long.MIN_VALUE;

    SlowedCamera(Camera quick) {
        this.quick = quick;
    }

    @Override
    public CameraFacts facts() {
        return quick.facts();
    }

    @Override
    public Instant openedAt() {
        return quick.openedAt();
    }

    @Override
    public boolean patient() {
        return true;
    }

    @Override
    public boolean interCoded() {
        return true;
    }

    @Override
    public Optional<Shot> next() throws Failure {
        Optional<Shot> shot = quick.next();
        if (shot.isEmpty()) return shot;
        PacketShot packet = (PacketShot) shot.get();
        if (start == Long.MIN_VALUE) start = packet.arrivalNanos();
        packet.packet().pts(packet.packet().pts() * 3).dts(packet.packet().dts() * 3);
        return Optional.of(packet.at(start + 3 * (packet.arrivalNanos() - start)));
    }

    @Override
    public boolean describe(AVCodecParameters target) {
        return quick.describe(target);
    }

    @Override
    public void reopen() throws Failure {
        quick.reopen();
    }

    @Override
    public ShotDecoder decoder() throws Failure {
        return quick.decoder();
    }

    @Override
    public void close() {
        quick.close();
    }
}
