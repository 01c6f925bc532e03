package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes a video file frame by frame; one thread at a time. A file that breaks off gives the
 * frames before the break and then its end.
 */
public final class FrameReader implements AutoCloseable {
    private final Path file;
    private VideoInput input;
    private Decoder decoder;
    private final AVPacket packet = av_packet_alloc();
    private long[] times = new long[0];
    private boolean ended;
    private long index;
    private long skipTo = Long.MIN_VALUE;
    private @Nullable DecodedFrame ahead;
    private boolean closed;

    private FrameReader(Path file, VideoInput input, Decoder decoder) {
        this.file = file;
        this.input = input;
        this.decoder = decoder;
    }

    /** Loads the decoder, which the first reader of a process would wait for; any thread. */
    public static void prepare() {
        try {
            AVPacket packet = av_packet_alloc();
            av_packet_free(packet);
            VideoInput.prepare();
        } catch (LinkageError noDecoderHere) {
            // Whoever opens a video is told.
        }
    }

    public static FrameReader open(Path video) throws Failure {
        VideoInput input = VideoFile.open(video);
        try {
            return new FrameReader(video, input, new Decoder(input.stream().codecpar(), 2));
        } catch (Failure e) {
            input.close();
            throw e;
        }
    }

    /** Returns the next frame, or nothing at the end. */
    public Optional<DecodedFrame> next() throws Failure {
        DecodedFrame held = ahead;
        if (held != null) {
            ahead = null;
            return Optional.of(held);
        }
        AVFrame frame = decode();
        if (frame == null) return Optional.empty();
        return Optional.of(frame(frame));
    }

    private DecodedFrame frame(AVFrame frame) throws Failure {
        long time = frame.best_effort_timestamp();
        Duration at =
                time == AV_NOPTS_VALUE
                        ? frameTime().multipliedBy(index)
                        : duration(time - firstTime());
        return new DecodedFrame(index++, at, planes(frame));
    }

    /** Decodes until a frame comes out whose time is not before the one that was sought. */
    private @Nullable AVFrame decode() {
        while (true) {
            AVFrame frame = decoder.take();
            if (frame != null) {
                if (frame.best_effort_timestamp() >= skipTo) return frame;
                continue;
            }
            if (ended) return null;
            if (readPacket()) {
                decoder.put(packet);
                av_packet_unref(packet);
            } else {
                decoder.put(null);
                ended = true;
            }
        }
    }

    private boolean readPacket() {
        try {
            return input.read(packet);
        } catch (IOException brokenOff) {
            return false;
        }
    }

    private static Planes planes(AVFrame frame) {
        int width = frame.width();
        int height = frame.height();
        boolean hd = frame.colorspace() == AVCOL_SPC_BT709;
        FramePool pool = new FramePool(width, height);
        try (pool;
                Yuv yuv = new Yuv(width, height)) {
            AVFrame plain = pool.free();
            yuv.convert(frame, plain);
            int chromaWidth = (width + 1) / 2;
            int chromaHeight = (height + 1) / 2;
            return new Planes(
                    width,
                    height,
                    rows(plain, 0, width, height),
                    rows(plain, 1, chromaWidth, chromaHeight),
                    rows(plain, 2, chromaWidth, chromaHeight),
                    hd);
        }
    }

    static byte[] rows(AVFrame frame, int plane, int width, int height) {
        int stride = frame.linesize(plane);
        byte[] rows = new byte[width * height];
        BytePointer data = frame.data(plane);
        for (int y = 0; y < height; y++)
            data.position((long) y * stride).get(rows, y * width, width);
        return rows;
    }

    /** Makes {@link #next()} return the frame that is shown at this time. */
    public void seek(Duration at) throws Failure {
        long[] all = times();
        ahead = null;
        if (all.length == 0) return;
        AVRational base = input.stream().time_base();
        long wanted =
                all[0] + (long) Math.floor(at.toNanos() / 1e9 * base.den() / base.num() + 0.01);
        int found = Arrays.binarySearch(all, wanted);
        int position = Math.clamp(found >= 0 ? found : -found - 2, 0, all.length - 1);
        go(all, position);
    }

    /** Makes {@link #next()} return the frame of this index, or the last one. */
    public void seekFrame(long frame) throws Failure {
        long[] all = times();
        ahead = null;
        if (all.length > 0) go(all, Math.clamp(frame, 0, all.length - 1));
    }

    private void go(long[] all, int position) throws Failure {
        long target = all[position];
        if (!input.seek(target)) restart();
        decoder.flush();
        ended = false;
        skipTo = target;
        AVFrame frame = decode();
        if (frame == null || frame.best_effort_timestamp() > target) {
            // The index of a broken file may point behind the frame; from the start it is found.
            restart();
            skipTo = target;
            frame = decode();
        }
        skipTo = Long.MIN_VALUE;
        index = position;
        if (frame != null) ahead = frame(frame);
    }

    private void restart() throws Failure {
        VideoInput again = VideoFile.open(file);
        Decoder fresh;
        try {
            fresh = new Decoder(again.stream().codecpar(), 2);
        } catch (Failure e) {
            again.close();
            throw e;
        }
        decoder.close();
        input.close();
        input = again;
        decoder = fresh;
        ended = false;
        index = 0;
    }

    /** Returns the number of frames in the file, found by one pass over its packets. */
    public long frames() throws Failure {
        return times().length;
    }

    /** Returns the time from the first frame to the end of the last one. */
    public Duration length() throws Failure {
        long[] all = times();
        if (all.length == 0) return Duration.ZERO;
        return duration(all[all.length - 1] - all[0]).plus(frameTime());
    }

    private long firstTime() throws Failure {
        long[] all = times();
        return all.length == 0 ? 0 : all[0];
    }

    private Duration frameTime() {
        AVRational rate = input.stream().avg_frame_rate();
        if (rate.num() <= 0 || rate.den() <= 0) return Duration.ofMillis(40);
        return Duration.ofNanos(1_000_000_000L * rate.den() / rate.num());
    }

    private Duration duration(long ticks) {
        AVRational base = input.stream().time_base();
        return Duration.ofNanos(Math.round((double) ticks * base.num() / base.den() * 1e9));
    }

    private long[] times() throws Failure {
        if (times.length > 0) return times;
        long[] found = new long[1024];
        int count = 0;
        AVPacket scanned = av_packet_alloc();
        try (VideoInput scan = VideoFile.open(file)) {
            while (scan.read(scanned)) {
                long time = scanned.pts() != AV_NOPTS_VALUE ? scanned.pts() : scanned.dts();
                av_packet_unref(scanned);
                if (time == AV_NOPTS_VALUE) continue;
                if (count == found.length) found = Arrays.copyOf(found, count * 2);
                found[count++] = time;
            }
        } catch (IOException brokenOff) {
            // The frames before the break are what the file has.
        } finally {
            av_packet_free(scanned);
        }
        times = Arrays.copyOf(found, count);
        Arrays.sort(times);
        return times;
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        av_packet_free(packet);
        decoder.close();
        input.close();
    }
}
