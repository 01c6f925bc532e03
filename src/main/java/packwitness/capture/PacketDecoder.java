package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

import packwitness.value.Failure;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Decodes the shots of a stream. The k-th picture gets number and arrival of the k-th shot, which
 * keeps both rising where the stream changes the order; shots that gave no picture are passed over.
 */
final class PacketDecoder implements ShotDecoder {
    /** Cameras fill the room behind a JPEG with zeros. */
    private static final int JPEG_PADDING = 4096;

    private record Stamp(long number, long arrivalNanos) {}

    private Decoder decoder;
    private CodedStream stream;
    private final FramePool pool;
    private final Yuv yuv;
    private final ArrayDeque<Stamp> waiting = new ArrayDeque<>();
    private final boolean jpeg;
    private boolean ended;
    private long damaged;

    PacketDecoder(CodedStream stream, int width, int height) throws Failure {
        this.stream = stream;
        jpeg = stream.codecId() == AV_CODEC_ID_MJPEG;
        decoder = open(stream);
        pool = new FramePool(width, height);
        yuv = new Yuv(width, height);
    }

    private static Decoder open(CodedStream stream) throws Failure {
        AVCodecParameters parameters = avcodec_parameters_alloc();
        try {
            stream.decodeWith(parameters);
            return new Decoder(parameters, 1);
        } finally {
            avcodec_parameters_free(parameters);
        }
    }

    @Override
    public void put(Shot shot) throws Failure {
        if (!(shot instanceof PacketShot packet)) return;
        if (packet.stream() != stream) follow(packet.stream());
        if (ended) decoder.flush();
        ended = false;
        if (jpeg && !ends(packet.packet())) damaged++;
        if (decoder.put(packet.packet()))
            waiting.add(new Stamp(shot.number(), shot.arrivalNanos()));
        else if (!jpeg) damaged++;
    }

    /** The decoder paints over what is missing; only the end mark tells that a JPEG is whole. */
    private static boolean ends(AVPacket packet) {
        int from = Math.max(0, packet.size() - JPEG_PADDING);
        byte[] tail = new byte[packet.size() - from];
        packet.data().position(from).get(tail);
        packet.data().position(0);
        for (int i = 0; i + 1 < tail.length; i++)
            if (tail[i] == (byte) 0xff && tail[i + 1] == (byte) 0xd9) return true;
        return false;
    }

    @Override
    public long damaged() {
        return damaged;
    }

    /** A camera that came back may code otherwise than before. */
    private void follow(CodedStream other) throws Failure {
        Decoder next = open(other);
        decoder.close();
        decoder = next;
        stream = other;
        waiting.clear();
        ended = false;
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
