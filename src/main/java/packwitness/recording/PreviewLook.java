package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

import packwitness.capture.PreviewFrame;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes the small pictures for the screen: fifteen a second while somebody asks, else one. */
final class PreviewLook implements Tap.Look {
    private static final int MOST_WIDTH = 960;
    private static final int MOST_HEIGHT = 540;
    private static final long WATCHED = TimeUnit.SECONDS.toNanos(3);

    private final Load load;
    private volatile Optional<PreviewFrame> newest = Optional.empty();
    private volatile long asked = System.nanoTime();
    private @Nullable SwsContext scaler;
    private @Nullable AVFrame small;
    private boolean thrifty;

    PreviewLook(Load load) {
        this.load = load;
    }

    /** Returns the newest picture; any thread. */
    Optional<PreviewFrame> latest() {
        asked = System.nanoTime();
        return newest;
    }

    long intervalNanos() {
        int wait = load.atLeast(LoadStep.PREVIEW) ? 200 : 66;
        return TimeUnit.MILLISECONDS.toNanos(watched() ? wait : 1000);
    }

    /** Returns whether somebody has asked for a picture just now. */
    boolean watched() {
        return System.nanoTime() - asked < WATCHED;
    }

    @Override
    public void at(Glance glance) {
        AVFrame from = glance.frame();
        boolean spare = load.atLeast(LoadStep.PREVIEW);
        if (spare != thrifty) close();
        thrifty = spare;
        int least = spare ? 2 : 1;
        SwsContext context = scaler;
        AVFrame to = small;
        if (context == null || to == null) {
            double shrink =
                    Math.min(
                            1,
                            Math.min(
                                    MOST_WIDTH / least / (double) from.width(),
                                    MOST_HEIGHT / least / (double) from.height()));
            int width = (int) (from.width() * shrink) & ~1;
            int height = (int) (from.height() * shrink) & ~1;
            context =
                    sws_getContext(
                            from.width(),
                            from.height(),
                            AV_PIX_FMT_YUV420P,
                            width,
                            height,
                            AV_PIX_FMT_BGRA,
                            SWS_FAST_BILINEAR,
                            null,
                            null,
                            (DoublePointer) null);
            to = av_frame_alloc();
            to.format(AV_PIX_FMT_BGRA).width(width).height(height);
            av_frame_get_buffer(to, 0);
            scaler = context;
            small = to;
        }
        sws_scale(
                context, from.data(), from.linesize(), 0, from.height(), to.data(), to.linesize());
        newest = Optional.of(preview(to, glance));
    }

    private static PreviewFrame preview(AVFrame picture, Glance glance) {
        int row = picture.width() * 4;
        byte[] bgra = new byte[row * picture.height()];
        BytePointer data = picture.data(0);
        int stride = picture.linesize(0);
        for (int y = 0; y < picture.height(); y++)
            data.position((long) y * stride).get(bgra, y * row, row);
        return new PreviewFrame(
                picture.width(), picture.height(), bgra, glance.number(), glance.at());
    }

    @Override
    public void close() {
        if (scaler != null) sws_freeContext(scaler);
        if (small != null) av_frame_free(small);
        scaler = null;
        small = null;
    }
}
