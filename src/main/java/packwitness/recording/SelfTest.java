package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.List;

/**
 * Encodes known pictures, decodes them again - as a whole, and from the second key frame on - and
 * compares. An encoder that fails it is not used. One thread.
 */
final class SelfTest {
    private static final int FRAMES = 24;
    private static final List<Integer> KEYS = List.of(0, 9, 16);
    private static final double LEAST_DECIBELS = 28;

    private record Out(long time, byte[] bytes, boolean key) {}

    private final AVFrame like;
    private final AVFrame source = av_frame_alloc();
    private final byte[] row;

    private SelfTest(AVFrame like) {
        this.like = like;
        source.format(AV_PIX_FMT_YUV420P).width(like.width()).height(like.height());
        if (av_frame_get_buffer(source, 0) < 0)
            throw new OutOfMemoryError("no memory for a picture");
        source.color_range(like.color_range()).colorspace(like.colorspace());
        row = new byte[like.width()];
    }

    static EncoderFacts.SelfTest of(
            FrameEncoder.Opener opener, FrameEncoder.Wish wish, AVFrame like) throws Failure {
        SelfTest test = new SelfTest(like);
        try {
            return test.run(opener, wish);
        } finally {
            av_frame_free(test.source);
        }
    }

    private EncoderFacts.SelfTest run(FrameEncoder.Opener opener, FrameEncoder.Wish wish)
            throws Failure {
        List<Out> out = new ArrayList<>();
        CodecParameters parameters;
        try (FrameEncoder encoder = opener.open(wish, like)) {
            for (int i = 0; i < FRAMES; i++) {
                // The encoder may hold on to the memory of the last picture.
                av_frame_unref(source);
                source.format(AV_PIX_FMT_YUV420P).width(like.width()).height(like.height());
                if (av_frame_get_buffer(source, 0) < 0)
                    throw new OutOfMemoryError("no memory for a picture");
                source.color_range(like.color_range()).colorspace(like.colorspace());
                paint(i);
                encoder.put(
                        source,
                        i * 3000L,
                        KEYS.contains(i),
                        (packet, key) -> out.add(new Out(packet.time(), packet.bytes(), key != 0)));
            }
            encoder.finish(
                    (packet, key) -> out.add(new Out(packet.time(), packet.bytes(), key != 0)));
            parameters = encoder.parameters();
        }
        try (parameters) {
            return judge(out, parameters);
        }
    }

    private EncoderFacts.SelfTest judge(List<Out> out, CodecParameters parameters) {
        boolean keys = true;
        for (int at : KEYS) keys &= out.stream().anyMatch(o -> o.key && o.time == at * 3000L);
        List<Double> whole = decode(out, 0, parameters);
        double worst = whole.stream().mapToDouble(d -> d).min().orElse(0);
        int second = KEYS.get(1);
        List<Double> rest =
                keys && out.size() == FRAMES
                        ? decode(out.subList(second, FRAMES), second, parameters)
                        : List.of();
        double worstOfRest = rest.stream().mapToDouble(d -> d).min().orElse(0);
        String fault = "";
        if (parameters.extra().length == 0) fault = "no parameter sets";
        else if (out.size() != FRAMES) fault = out.size() + " packets for " + FRAMES + " pictures";
        else if (!keys) fault = "key frames do not come when asked for";
        else if (whole.size() != FRAMES) fault = "pictures lost in decoding";
        else if (worst < LEAST_DECIBELS) fault = "pictures differ from their source";
        else if (rest.size() != FRAMES - second || worstOfRest < LEAST_DECIBELS)
            fault = "cannot be decoded from a later key frame on";
        return new EncoderFacts.SelfTest(FRAMES, whole.size(), worst, keys, fault);
    }

    /** A slope of light, a moving block, and a bar that tells the number of the picture. */
    private int luma(int x, int y, int number) {
        int width = like.width();
        int height = like.height();
        int left = (width / 4 + number * width / 64) % width;
        boolean block = x >= left && x < left + width / 8 && y > height / 3 && y < height / 2;
        boolean bar = y >= height - height / 8 && x < (number + 1) * width / (FRAMES + 1);
        if (block) return 200;
        return bar ? 40 : 32 + 180 * (x + y) / (width + height);
    }

    private void paint(int number) {
        for (int y = 0; y < like.height(); y++) {
            for (int x = 0; x < row.length; x++) row[x] = (byte) luma(x, y, number);
            source.data(0).position((long) y * source.linesize(0)).put(row, 0, row.length);
        }
        for (int plane = 1; plane < 3; plane++)
            for (int y = 0; y < like.height() / 2; y++) {
                java.util.Arrays.fill(row, 0, row.length / 2, (byte) (plane == 1 ? 110 : 140));
                source.data(plane)
                        .position((long) y * source.linesize(plane))
                        .put(row, 0, row.length / 2);
            }
    }

    /** Returns the likeness of each decoded picture to its source, in decibels. */
    private List<Double> decode(List<Out> packets, int first, CodecParameters parameters) {
        List<Double> likeness = new ArrayList<>();
        AVCodecParameters known = avcodec_parameters_alloc();
        parameters.copyTo(known);
        AVCodec codec = avcodec_find_decoder(known.codec_id());
        AVCodecContext context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, known);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        try {
            if (avcodec_open2(context, codec, (AVDictionary) null) < 0) return likeness;
            for (Out out : packets) {
                av_new_packet(packet, out.bytes.length);
                packet.data().put(out.bytes, 0, out.bytes.length);
                avcodec_send_packet(context, packet);
                av_packet_unref(packet);
                take(context, frame, first, likeness);
            }
            avcodec_send_packet(context, null);
            take(context, frame, first, likeness);
            return likeness;
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(context);
            avcodec_parameters_free(known);
        }
    }

    private void take(AVCodecContext context, AVFrame frame, int first, List<Double> likeness) {
        while (avcodec_receive_frame(context, frame) >= 0) {
            likeness.add(likeness(frame, first + likeness.size()));
            av_frame_unref(frame);
        }
    }

    private double likeness(AVFrame frame, int number) {
        if (frame.width() != like.width() || frame.height() != like.height()) return 0;
        double worst = Double.MAX_VALUE;
        long squares = 0;
        long count = 0;
        for (int y = 0; y < frame.height(); y += 3) {
            BytePointer luma = frame.data(0);
            luma.position((long) y * frame.linesize(0)).get(row, 0, row.length);
            for (int x = 0; x < row.length; x += 3, count++) {
                int off = (row[x] & 255) - luma(x, y, number);
                squares += (long) off * off;
            }
        }
        for (int plane = 1; plane < 3; plane++) {
            int off = (frame.data(plane).get(0) & 255) - (plane == 1 ? 110 : 140);
            worst = Math.min(worst, decibels((double) off * off));
        }
        return Math.min(worst, decibels(squares / (double) count));
    }

    private static double decibels(double meanSquare) {
        return meanSquare < 0.0001 ? 99 : 10 * Math.log10(255 * 255 / meanSquare);
    }
}
