package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_is_writable;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import java.util.ArrayList;
import java.util.List;

/** Frames of one size used in turn; one that somebody still looks at is left alone. One thread. */
final class FramePool implements AutoCloseable {
    private final int width;
    private final int height;
    private final List<AVFrame> frames = new ArrayList<>();
    private int next;

    FramePool(int width, int height) {
        this.width = width;
        this.height = height;
    }

    AVFrame free() {
        for (int i = 0; i < frames.size(); i++) {
            next = (next + 1) % frames.size();
            AVFrame frame = frames.get(next);
            if (av_frame_is_writable(frame) != 0) return frame;
        }
        AVFrame frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("no memory for a picture");
        }
        frames.add(frame);
        return frame;
    }

    @Override
    public void close() {
        frames.forEach(frame -> av_frame_free(frame));
        frames.clear();
    }
}
