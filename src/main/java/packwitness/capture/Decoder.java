package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

/** An open video decoder that owns its context; one thread. */
final class Decoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();

    Decoder(AVCodecParameters parameters, int threads) throws Failure {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null)
            throw new Failure(
                    CaptureProblem.DECODER_FAILED, "no decoder for " + parameters.codec_id());
        context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, parameters);
        context.thread_count(threads);
        int opened = avcodec_open2(context, codec, (AVDictionary) null);
        if (opened < 0) {
            close();
            throw new Failure(CaptureProblem.DECODER_FAILED, Natives.words(opened));
        }
    }

    /** Takes a packet, or null at the end; false where it cannot be decoded. */
    boolean put(@Nullable AVPacket packet) {
        return avcodec_send_packet(context, packet) >= 0;
    }

    /** Returns the next frame, valid until the next call, or null. */
    @Nullable AVFrame take() {
        av_frame_unref(frame);
        return avcodec_receive_frame(context, frame) >= 0 ? frame : null;
    }

    void flush() {
        avcodec_flush_buffers(context);
    }

    /** Returns how many frames the stream may hold back for their order. */
    int delay() {
        return context.has_b_frames();
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
