package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import java.time.Instant;

/** A further reference to a frame, for those who only look; whoever holds it closes it. */
final class Glance implements AutoCloseable {
    private final AVFrame frame;
    private final long number;
    private final Instant at;

    Glance(AVFrame frame, long number, Instant at) {
        this.frame = av_frame_clone(frame);
        this.number = number;
        this.at = at;
    }

    AVFrame frame() {
        return frame;
    }

    long number() {
        return number;
    }

    Instant at() {
        return at;
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
