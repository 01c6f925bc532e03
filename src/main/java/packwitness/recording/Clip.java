package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.storage.Cancellation;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * Cuts a short film out of a recording, encoded anew so that it stays below a number of bytes. A
 * strip below the picture says that it is a copy; the recording is only read. Any thread.
 */
public final class Clip {
    /** Each try asks for less, where an encoder overdrew. */
    private static final double[] SHARES = {1, 0.8, 0.55, 0.3};

    /**
     * What to cut.
     *
     * @param from the first frame is the one shown at this time of the film
     * @param to frames from this time on are left out
     * @param mostBytes the file is never larger
     * @param strip the words below the picture at a time of the film
     * @param comment stands in the file for programs that read such things
     */
    public record Wish(
            Duration from,
            Duration to,
            long mostBytes,
            Function<Duration, String> strip,
            String comment) {
        public Wish {
            if (from.isNegative() || to.compareTo(from) <= 0)
                throw new IllegalArgumentException("clip from " + from + " to " + to);
        }
    }

    /** A clip on the disk: its size with the strip, its frames, and what of the film they are. */
    public record Made(int width, int height, long frames, long bytes, Duration from, Duration to) {
        private Made with(long written) {
            return new Made(width, height, frames, written, from, to);
        }
    }

    private Clip() {}

    /**
     * Cuts the clip; the target must not exist and appears whole.
     *
     * @param share is told how much is done, from 0 to 1
     * @throws CancellationException where it was cancelled; nothing is left
     * @throws Failure {@link RecordingProblem#CLIP_TOO_LARGE} where nothing watchable fits
     */
    public static Made cut(
            Path recording, Path target, Wish wish, Cancellation cancellation, DoubleConsumer share)
            throws Failure {
        if (Files.exists(target)) throw new Failure(RecordingProblem.FILE_EXISTS, target);
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            EvidenceFolder.makeFolders(folderOf(target));
            for (double part : SHARES) {
                Made made = write(recording, temporary, wish, part, cancellation, share);
                long bytes = Files.size(temporary);
                if (bytes > wish.mostBytes()) continue;
                EvidenceFolder.settle(temporary, target);
                return made.with(bytes);
            }
            throw tooLarge(target, wish);
        } catch (IOException e) {
            throw Fault.of(e, target);
        } finally {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftBehind) {
                // A half-made copy is no evidence; the first trouble is the one that is told.
            }
        }
    }

    private static Made write(
            Path recording,
            Path file,
            Wish wish,
            double part,
            Cancellation cancellation,
            DoubleConsumer share)
            throws Failure, IOException {
        Files.deleteIfExists(file);
        try (FrameReader reader = FrameReader.open(recording)) {
            reader.seek(wish.from());
            Optional<DecodedFrame> first = reader.next();
            if (first.isEmpty()) throw new Failure(RecordingProblem.NOTHING_RECORDED, recording);
            Duration from = first.get().at();
            Duration end = wish.to().compareTo(reader.length()) < 0 ? wish.to() : reader.length();
            // Asked for what lies behind the end, it holds the last frame.
            if (end.compareTo(from) <= 0) end = from.plusMillis(1);
            Optional<ClipSize> size =
                    ClipSize.of(
                            first.get().width(),
                            first.get().height(),
                            end.minus(from),
                            wish.mostBytes(),
                            part);
            if (size.isEmpty()) throw tooLarge(file, wish);
            try (Work work = new Work(first.get(), size.get(), file, wish)) {
                Duration last = from;
                for (Optional<DecodedFrame> one = first;
                        one.isPresent() && one.get().at().compareTo(end) < 0;
                        one = reader.next()) {
                    cancellation.check();
                    last = one.get().at();
                    work.add(one.get(), last.minus(from));
                    share.accept(
                            Math.min(
                                    1,
                                    last.minus(from).toNanos()
                                            / (double) end.minus(from).toNanos()));
                }
                work.finish();
                return new Made(work.to.width(), work.to.height(), work.frames, 0, from, last);
            }
        }
    }

    private static Failure tooLarge(Path file, Wish wish) {
        return new Failure(RecordingProblem.CLIP_TOO_LARGE, file, wish.mostBytes() >> 20);
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IllegalArgumentException("no file: " + file);
        return folder;
    }

    /** One encoding: scales, writes the strip, encodes, and gives it to the file. */
    private static final class Work implements AutoCloseable {
        private static final byte GROUND = 24;

        private final AVFrame from;
        private final AVFrame to;
        private final ClipSize size;
        private final Wish wish;
        private final TextLine line;
        private final SwsContext scaler;
        private final Encoder encoder;
        private final CodecParameters parameters;
        private final ClipFile file;
        private long frames;
        private long time = -1;
        private Optional<IOException> trouble = Optional.empty();

        Work(DecodedFrame like, ClipSize size, Path target, Wish wish) throws Failure, IOException {
            this.size = size;
            this.wish = wish;
            Glyphs glyphs = new Glyphs(Math.max(10, size.height() / 26));
            line = new TextLine(glyphs, size.width() - 8);
            int strip = (glyphs.height() + 4) & ~1;
            from = frame(like.width(), like.height());
            to = frame(size.width(), size.height() + strip);
            like.planes().copyTo(from);
            to.color_range(from.color_range());
            to.colorspace(from.colorspace());
            ground(strip);
            scaler =
                    sws_getContext(
                            like.width(),
                            like.height(),
                            AV_PIX_FMT_YUV420P,
                            size.width(),
                            size.height(),
                            AV_PIX_FMT_YUV420P,
                            SWS_BILINEAR,
                            null,
                            null,
                            (DoublePointer) null);
            encoder = open(to, size.bitsPerSecond());
            parameters = encoder.parameters();
            file = new ClipFile(target, parameters, wish.comment());
        }

        private static Encoder open(AVFrame like, int rate) throws Failure {
            try {
                return Encoder.open(
                        new FrameEncoder.Wish(RecorderSettings.X264, "veryfast", 0, 30),
                        like,
                        rate);
            } catch (Failure notInThisBuild) {
                return Encoder.open(
                        new FrameEncoder.Wish(RecorderSettings.OPENH264, "", 0, 30), like, rate);
            }
        }

        private static AVFrame frame(int width, int height) {
            AVFrame frame = av_frame_alloc();
            frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
            if (av_frame_get_buffer(frame, 0) < 0)
                throw new OutOfMemoryError("no memory for a picture");
            return frame;
        }

        private void ground(int strip) {
            fill(0, size.height(), strip, to.width(), GROUND);
            for (int plane = 1; plane < 3; plane++)
                fill(plane, size.height() / 2, strip / 2, to.width() / 2, (byte) 128);
        }

        private void fill(int plane, int top, int rows, int width, byte value) {
            byte[] row = new byte[width];
            Arrays.fill(row, value);
            BytePointer data = to.data(plane);
            for (int y = top; y < top + rows; y++)
                data.position((long) y * to.linesize(plane)).put(row, 0, width);
        }

        void add(DecodedFrame next, Duration at) throws Failure, IOException {
            next.planes().copyTo(from);
            // The encoder may still look at the picture before.
            av_frame_make_writable(to);
            sws_scale(
                    scaler,
                    from.data(),
                    from.linesize(),
                    0,
                    from.height(),
                    to.data(),
                    to.linesize());
            line.draw(to, wish.strip().apply(next.at()), 4, size.height() + 2);
            time = Math.max(time + 1, at.toNanos() * Coded.TICKS / 1_000_000_000L);
            encoder.put(to, time, frames % 60 == 0, this::packet);
            frames++;
            if (trouble.isPresent()) throw trouble.get();
        }

        private void packet(FrameEncoder.Packet packet, int key) {
            if (trouble.isPresent()) return;
            try {
                file.write(packet, key == 1);
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
        }

        void finish() throws IOException {
            encoder.finish(this::packet);
            if (trouble.isPresent()) throw trouble.get();
            file.finish();
        }

        @Override
        public void close() {
            file.close();
            parameters.close();
            encoder.close();
            sws_freeContext(scaler);
            av_frame_free(from);
            av_frame_free(to);
        }
    }
}
