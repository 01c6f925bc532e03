package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_PIX_FORMAT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

import packwitness.capture.Natives;
import packwitness.value.Failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** An open H.264 encoder that owns its context; used by the video stage alone. */
final class Encoder implements FrameEncoder {
    private static final double FULL_HD = 1920.0 * 1080;
    private static final int FULL_HD_RATE = 4_000_000;

    private final String name;
    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final @Nullable Interleaved interleaved;

    private Encoder(String name, AVCodecContext context) {
        this.name = name;
        this.context = context;
        boolean nv12 = context.pix_fmt() == AV_PIX_FMT_NV12;
        interleaved = nv12 ? new Interleaved(context.width(), context.height()) : null;
    }

    /** Opens the encoder of this name. */
    static Encoder open(Wish wish, AVFrame like) throws Failure {
        return open(wish, like, bitsPerSecond(like.width(), like.height()));
    }

    /** Opens the encoder of this name for at most so many bits a second. */
    static Encoder open(Wish wish, AVFrame like, int rate) throws Failure {
        Natives.ready();
        String name = wish.name();
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null)
            throw new Failure(RecordingProblem.ENCODER_FAILED, name + ": not in this build");
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.width(like.width()).height(like.height());
        context.pix_fmt(format(context, codec));
        context.color_range(like.color_range()).colorspace(like.colorspace());
        context.time_base(av_make_q(1, Coded.TICKS));
        context.framerate(av_make_q((int) Math.round(wish.framesPerSecond() * 1000), 1000));
        // Key frames are asked for by time; this is the limit where somebody forgets to ask.
        context.gop_size((int) Math.ceil(wish.framesPerSecond() * 2)).max_b_frames(0);
        context.thread_count(2);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        context.bit_rate(name.equals(RecorderSettings.X264) ? 0 : rate);
        int opened;
        try (Natives.Options options = new Natives.Options(options(wish, rate))) {
            opened = avcodec_open2(context, codec, options.dictionary());
        }
        if (opened >= 0) return new Encoder(name, context);
        avcodec_free_context(context);
        throw new Failure(RecordingProblem.ENCODER_FAILED, name + ": " + Natives.words(opened));
    }

    /** Some of the hardware takes the two colour planes only as one. */
    private static int format(AVCodecContext context, AVCodec codec) {
        boolean nv12 = false;
        try (PointerPointer<IntPointer> list = new PointerPointer<>(1);
                IntPointer count = new IntPointer(1)) {
            int known =
                    avcodec_get_supported_config(
                            context, codec, AV_CODEC_CONFIG_PIX_FORMAT, 0, list, count);
            IntPointer formats = known < 0 ? null : list.get(IntPointer.class, 0);
            for (int i = 0; formats != null && !formats.isNull() && i < count.get(); i++) {
                if (formats.get(i) == AV_PIX_FMT_YUV420P) return AV_PIX_FMT_YUV420P;
                nv12 |= formats.get(i) == AV_PIX_FMT_NV12;
            }
        }
        return nv12 ? AV_PIX_FMT_NV12 : AV_PIX_FMT_YUV420P;
    }

    private static Map<String, String> options(Wish wish, int rate) {
        Map<String, String> options = new LinkedHashMap<>();
        switch (wish.name()) {
            case RecorderSettings.X264 -> {
                options.put("preset", wish.preset());
                options.put("tune", "zerolatency");
                options.put("crf", "23");
                options.put("maxrate", Integer.toString(rate));
                options.put("bufsize", Integer.toString(rate));
                options.put("forced-idr", "1");
                options.put("x264-params", "scenecut=0:sps-id=" + wish.sets());
            }
            case RecorderSettings.OPENH264 -> options.put("allow_skip_frames", "0");
            case "h264_videotoolbox" -> options.put("realtime", "1");
            case "h264_mf" -> options.put("hw_encoding", "1");
            default -> {
                options.put("forced-idr", "1");
                options.put("forced_idr", "1");
                options.put("delay", "0");
            }
        }
        return options;
    }

    static int bitsPerSecond(int width, int height) {
        return (int) (FULL_HD_RATE * Math.sqrt(width * (double) height / FULL_HD));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CodecParameters parameters() {
        return CodecParameters.of(context);
    }

    @Override
    public void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out)
            throws Failure {
        AVFrame taken = interleaved == null ? frame : interleaved.of(frame);
        taken.pts(time);
        taken.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        int sent = avcodec_send_frame(context, taken);
        if (sent < 0) throw new Failure(RecordingProblem.ENCODER_FAILED, Natives.words(sent));
        drain(out);
    }

    @Override
    public void finish(ObjIntConsumer<Packet> out) {
        if (avcodec_send_frame(context, null) >= 0) drain(out);
    }

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
        if (interleaved != null) interleaved.close();
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
