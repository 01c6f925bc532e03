package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** What a muxer must know of a coded stream; read by any thread until it is closed. */
final class CodecParameters implements AutoCloseable {
    private final AVCodecParameters parameters = avcodec_parameters_alloc();

    CodecParameters(AVCodecContext encoder) {
        avcodec_parameters_from_context(parameters, encoder);
    }

    void copyTo(AVCodecParameters target) {
        avcodec_parameters_copy(target, parameters);
    }

    @Override
    public void close() {
        avcodec_parameters_free(parameters);
    }
}
