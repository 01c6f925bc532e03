package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_POINT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;

/** Puts the two colour planes into one, as hardware encoders want them; one thread. */
final class Interleaved implements AutoCloseable {
    private final SwsContext scaler;
    private final AVFrame target = av_frame_alloc();
    private final int width;
    private final int height;

    Interleaved(int width, int height) {
        this.width = width;
        this.height = height;
        scaler =
                sws_getContext(
                        width,
                        height,
                        AV_PIX_FMT_YUV420P,
                        width,
                        height,
                        AV_PIX_FMT_NV12,
                        SWS_POINT,
                        null,
                        null,
                        (DoublePointer) null);
    }

    AVFrame of(AVFrame frame) {
        // The encoder may still hold the last one, so each picture gets memory of its own.
        av_frame_unref(target);
        target.format(AV_PIX_FMT_NV12).width(width).height(height);
        if (av_frame_get_buffer(target, 0) < 0)
            throw new OutOfMemoryError("no memory for a picture");
        sws_scale(
                scaler,
                frame.data(),
                frame.linesize(),
                0,
                height,
                target.data(),
                target.linesize());
        target.color_range(frame.color_range()).colorspace(frame.colorspace());
        return target;
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        av_frame_free(target);
    }
}
