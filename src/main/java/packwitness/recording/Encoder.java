package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import packwitness.capture.Natives;
import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** An open H.264 encoder that owns its context; used by the video stage alone. */
final class Encoder implements AutoCloseable {
    private static final double FULL_HD = 1920.0 * 1080;
    private static final int FULL_HD_RATE = 4_000_000;

    private final String name;
    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();

    private Encoder(String name, AVCodecContext context) {
        this.name = name;
        this.context = context;
    }

    /** Opens the wished encoder, or the next one that is there. */
    static Encoder open(String wished, AVFrame like, double framesPerSecond) throws Failure {
        List<String> ladder = new ArrayList<>(List.of(wished));
        for (String name : List.of(RecorderSettings.X264, RecorderSettings.OPENH264))
            if (!ladder.contains(name)) ladder.add(name);
        List<String> reasons = new ArrayList<>();
        for (String name : ladder) {
            Encoder open = tryOpen(name, like, framesPerSecond, reasons);
            if (open != null) return open;
        }
        throw new Failure(RecordingProblem.ENCODER_FAILED, String.join("; ", reasons));
    }

    private static @Nullable Encoder tryOpen(
            String name, AVFrame like, double framesPerSecond, List<String> reasons) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            reasons.add(name + ": not in this build");
            return null;
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        int rate = bitsPerSecond(like.width(), like.height());
        context.width(like.width()).height(like.height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(like.color_range()).colorspace(like.colorspace());
        context.time_base(av_make_q(1, Coded.TICKS));
        context.framerate(av_make_q((int) Math.round(framesPerSecond * 1000), 1000));
        // Key frames are asked for by time; this is the limit where somebody forgets to ask.
        context.gop_size((int) Math.ceil(framesPerSecond * 2)).max_b_frames(0);
        context.thread_count(2);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        context.bit_rate(name.equals(RecorderSettings.X264) ? 0 : rate);
        int opened;
        try (Natives.Options options = new Natives.Options(options(name, rate))) {
            opened = avcodec_open2(context, codec, options.dictionary());
        }
        if (opened >= 0) return new Encoder(name, context);
        reasons.add(name + ": " + Natives.words(opened));
        avcodec_free_context(context);
        return null;
    }

    private static Map<String, String> options(String name, int rate) {
        Map<String, String> options = new LinkedHashMap<>();
        if (name.equals(RecorderSettings.X264)) {
            options.put("preset", "superfast");
            options.put("tune", "zerolatency");
            options.put("crf", "23");
            options.put("maxrate", Integer.toString(rate));
            options.put("bufsize", Integer.toString(rate));
            options.put("forced-idr", "1");
            options.put("x264-params", "scenecut=0");
        } else if (name.equals(RecorderSettings.OPENH264)) {
            options.put("allow_skip_frames", "0");
        }
        return options;
    }

    static int bitsPerSecond(int width, int height) {
        return (int) (FULL_HD_RATE * Math.sqrt(width * (double) height / FULL_HD));
    }

    String name() {
        return name;
    }

    /** Returns what a muxer must know, to be closed by the caller. */
    CodecParameters parameters() {
        return new CodecParameters(context);
    }

    /** Encodes a frame; the consumer gets each packet that comes out, with 1 for a key frame. */
    void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out) throws Failure {
        frame.pts(time);
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        int sent = avcodec_send_frame(context, frame);
        if (sent < 0) throw new Failure(RecordingProblem.ENCODER_FAILED, Natives.words(sent));
        drain(out);
    }

    void finish(ObjIntConsumer<Packet> out) {
        if (avcodec_send_frame(context, null) >= 0) drain(out);
    }

    /** The bytes of an encoded frame and its time in ticks. */
    record Packet(long time, byte[] bytes) {}

    private void drain(ObjIntConsumer<Packet> out) {
        while (avcodec_receive_packet(context, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            long time = packet.pts();
            int key = (packet.flags() & AV_PKT_FLAG_KEY) != 0 ? 1 : 0;
            av_packet_unref(packet);
            out.accept(new Packet(time, bytes), key);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
