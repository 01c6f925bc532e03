package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.javacpp.BytePointer;

import packwitness.capture.Camera;

import java.util.Optional;

/**
 * What a muxer must know of a coded stream; read by any thread until it is closed, which the
 * recorder does last.
 */
final class CodecParameters implements AutoCloseable {
    private final AVCodecParameters parameters = avcodec_parameters_alloc();
    private final boolean anew;
    private boolean closed;

    private CodecParameters(boolean anew) {
        this.anew = anew;
    }

    static CodecParameters of(AVCodecContext encoder) {
        CodecParameters made = new CodecParameters(false);
        avcodec_parameters_from_context(made.parameters, encoder);
        return made;
    }

    /** Returns those of the packets a camera sends, where they can be recorded as they are. */
    static Optional<CodecParameters> of(Camera camera) {
        CodecParameters made = new CodecParameters(true);
        if (camera.describe(made.parameters)) return Optional.of(made);
        made.close();
        return Optional.empty();
    }

    /**
     * Returns parameters of a stream that goes on from these with those: the parameter sets of
     * both, which have different numbers, stand in front.
     */
    CodecParameters then(CodecParameters next) {
        CodecParameters both = new CodecParameters(false);
        avcodec_parameters_copy(both.parameters, next.parameters);
        byte[] sets = extra();
        byte[] more = next.extra();
        byte[] all = java.util.Arrays.copyOf(sets, sets.length + more.length);
        System.arraycopy(more, 0, all, sets.length, more.length);
        BytePointer bytes = new BytePointer(av_mallocz(all.length + AV_INPUT_BUFFER_PADDING_SIZE));
        bytes.put(all, 0, all.length);
        av_free(both.parameters.extradata());
        both.parameters.extradata(bytes).extradata_size(all.length);
        return both;
    }

    /** Returns whether the parameter sets of the other are among these. */
    boolean holds(CodecParameters other) {
        byte[] all = extra();
        byte[] sought = other.extra();
        for (int at = 0; at + sought.length <= all.length; at++)
            if (java.util.Arrays.equals(all, at, at + sought.length, sought, 0, sought.length))
                return true;
        return false;
    }

    /** Returns the parameter sets as the stream's own container has them. */
    byte[] extra() {
        byte[] bytes = new byte[parameters.extradata_size()];
        if (bytes.length > 0) parameters.extradata().get(bytes);
        return bytes;
    }

    /**
     * Returns whether frames of another stream before this one cannot stand in one file with it.
     */
    boolean anew() {
        return anew;
    }

    int width() {
        return parameters.width();
    }

    int height() {
        return parameters.height();
    }

    void copyTo(AVCodecParameters target) {
        avcodec_parameters_copy(target, parameters);
    }

    @Override
    public void close() {
        if (!closed) avcodec_parameters_free(parameters);
        closed = true;
    }
}
