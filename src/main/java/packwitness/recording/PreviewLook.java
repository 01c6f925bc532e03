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
    private @Nullable Scaling scaler;
    private final byte[][] rooms = {new byte[0], new byte[0], new byte[0]};
    private int room;
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
        Scaling scaling = scaler;
        if (scaling == null) {
            double shrink =
                    Math.min(
                            1,
                            Math.min(
                                    MOST_WIDTH / least / (double) from.width(),
                                    MOST_HEIGHT / least / (double) from.height()));
            scaling =
                    new Scaling(
                            from,
                            (int) (from.width() * shrink) & ~1,
                            (int) (from.height() * shrink) & ~1);
            scaler = scaling;
        }
        newest = Optional.of(preview(scaling.of(from), glance));
    }

    /** Writes into three rooms in turn: two megabytes a picture would be thirty a second. */
    private PreviewFrame preview(AVFrame picture, Glance glance) {
        int row = picture.width() * 4;
        room = (room + 1) % rooms.length;
        if (rooms[room].length != row * picture.height())
            rooms[room] = new byte[row * picture.height()];
        byte[] bgra = rooms[room];
        BytePointer data = picture.data(0);
        int stride = picture.linesize(0);
        for (int y = 0; y < picture.height(); y++)
            data.position((long) y * stride).get(bgra, y * row, row);
        return new PreviewFrame(
                picture.width(), picture.height(), bgra, glance.number(), glance.at());
    }

    @Override
    public void close() {
        if (scaler != null) scaler.close();
        scaler = null;
    }

    /**
     * Shrinks first and colours then: the colouring of a picture that keeps its size is done by the
     * processor's own wide instructions, which costs a third of doing both at once.
     */
    private static final class Scaling {
        private final SwsContext shrinking;
        private final SwsContext colouring;
        private final AVFrame small;
        private final AVFrame coloured;

        Scaling(AVFrame from, int width, int height) {
            shrinking = context(from.width(), from.height(), width, height, AV_PIX_FMT_YUV420P);
            colouring = context(width, height, width, height, AV_PIX_FMT_BGRA);
            small = frame(width, height, AV_PIX_FMT_YUV420P);
            coloured = frame(width, height, AV_PIX_FMT_BGRA);
        }

        private static SwsContext context(int width, int height, int to, int high, int format) {
            return sws_getContext(
                    width,
                    height,
                    AV_PIX_FMT_YUV420P,
                    to,
                    high,
                    format,
                    SWS_FAST_BILINEAR,
                    null,
                    null,
                    (DoublePointer) null);
        }

        private static AVFrame frame(int width, int height, int format) {
            AVFrame frame = av_frame_alloc();
            frame.format(format).width(width).height(height);
            av_frame_get_buffer(frame, 0);
            return frame;
        }

        AVFrame of(AVFrame from) {
            scale(shrinking, from, small);
            scale(colouring, small, coloured);
            return coloured;
        }

        private static void scale(SwsContext context, AVFrame from, AVFrame to) {
            sws_scale(
                    context,
                    from.data(),
                    from.linesize(),
                    0,
                    from.height(),
                    to.data(),
                    to.linesize());
        }

        void close() {
            sws_freeContext(shrinking);
            sws_freeContext(colouring);
            av_frame_free(small);
            av_frame_free(coloured);
        }
    }
}
