package packwitness.capture;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;

import packwitness.value.Failure;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Decodes the shots of a stream. The k-th picture gets number and arrival of the k-th shot, which
 * keeps both rising where the stream changes the order; shots that gave no picture are passed over.
 */
final class PacketDecoder implements ShotDecoder {
    private record Stamp(long number, long arrivalNanos) {}

    private final Decoder decoder;
    private final FramePool pool;
    private final Yuv yuv;
    private final ArrayDeque<Stamp> waiting = new ArrayDeque<>();
    private boolean ended;

    PacketDecoder(AVCodecParameters parameters, int width, int height) throws Failure {
        decoder = new Decoder(parameters, 1);
        pool = new FramePool(width, height);
        yuv = new Yuv(width, height);
    }

    @Override
    public void put(Shot shot) {
        if (ended) decoder.flush();
        ended = false;
        if (shot instanceof PacketShot packet && decoder.put(packet.packet()))
            waiting.add(new Stamp(shot.number(), shot.arrivalNanos()));
    }

    @Override
    public void end() {
        if (!ended) decoder.put(null);
        ended = true;
    }

    @Override
    public Optional<Picture> take() {
        AVFrame frame = decoder.take();
        Stamp stamp = frame == null ? null : waiting.poll();
        if (frame == null || stamp == null) {
            while (waiting.size() > (ended ? 0 : decoder.delay())) waiting.poll();
            return Optional.empty();
        }
        AVFrame target = pool.free();
        yuv.convert(frame, target);
        return Optional.of(new Picture(stamp.number, stamp.arrivalNanos, target));
    }

    @Override
    public void close() {
        yuv.close();
        pool.close();
        decoder.close();
    }
}
