package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/** Brings decoded frames of any kind to yuv420p in limited range and one size; one thread. */
final class Yuv implements AutoCloseable {
    private final int width;
    private final int height;
    private @Nullable SwsContext scaler;
    private long scalerFor = -1;

    Yuv(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Fills the target, which has the size of this converter and may be written. */
    void convert(AVFrame from, AVFrame to) {
        int format = fullRangeNamed(from);
        if (format == AV_PIX_FMT_YUV420P && from.width() == width && from.height() == height) {
            av_frame_copy(to, from);
            to.colorspace(from.colorspace());
        } else if (FullRange422.fits(format, from, to)) {
            FullRange422.convert(from, to);
            to.colorspace(AVCOL_SPC_SMPTE170M);
        } else {
            SwsContext context = scaler(format, from.width(), from.height());
            sws_scale(
                    context,
                    from.data(),
                    from.linesize(),
                    0,
                    from.height(),
                    to.data(),
                    to.linesize());
            to.colorspace(AVCOL_SPC_SMPTE170M);
        }
        to.color_range(AVCOL_RANGE_MPEG);
    }

    /** Names a full-range format as such; else the blacks of an MJPEG camera would shift. */
    private static int fullRangeNamed(AVFrame frame) {
        int format = frame.format();
        if (frame.color_range() != AVCOL_RANGE_JPEG) return format;
        if (format == AV_PIX_FMT_YUV420P) return AV_PIX_FMT_YUVJ420P;
        if (format == AV_PIX_FMT_YUV422P) return AV_PIX_FMT_YUVJ422P;
        return format == AV_PIX_FMT_YUV444P ? AV_PIX_FMT_YUVJ444P : format;
    }

    private SwsContext scaler(int format, int fromWidth, int fromHeight) {
        long key = ((long) format << 40) + ((long) fromWidth << 20) + fromHeight;
        SwsContext context = scaler;
        if (context != null && key == scalerFor) return context;
        close();
        boolean sameSize = fromWidth == width && fromHeight == height;
        context =
                sws_getContext(
                        fromWidth,
                        fromHeight,
                        format,
                        width,
                        height,
                        AV_PIX_FMT_YUV420P,
                        sameSize ? SWS_FAST_BILINEAR : SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        if (context == null) throw new IllegalStateException("no conversion from format " + format);
        scaler = context;
        scalerFor = key;
        return context;
    }

    @Override
    public void close() {
        if (scaler != null) sws_freeContext(scaler);
        scaler = null;
        scalerFor = -1;
    }
}
