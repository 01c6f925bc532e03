package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

import packwitness.capture.Natives;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Derives the copy for playing from an original: the same coded stream in another container, so
 * that {@link StreamHash} of both is equal. Any thread.
 */
public final class PlayCopy {
    private PlayCopy() {}

    /** Writes an MP4 with its index in front; the target must not exist and appears whole. */
    public static void make(Path original, Path target) throws Failure {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
            Files.deleteIfExists(temporary);
            try (Remux remux = new Remux(temporary)) {
                Video.walk(original, remux);
                remux.finish();
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            EvidenceFolder.settle(temporary, target);
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

    private static final class Remux implements Video.Visitor, AutoCloseable {
        private final BytePointer url;
        private final AVFormatContext context = new AVFormatContext(null);
        private final AVIOContext io = new AVIOContext(null);
        private AVRational from = new AVRational();
        private boolean begun;

        Remux(Path target) throws IOException {
            Natives.ready();
            url = Natives.utf8("file:" + target.toAbsolutePath());
            try (BytePointer mp4 = Natives.utf8("mp4")) {
                avformat_alloc_output_context2(context, (AVOutputFormat) null, mp4, url);
            }
            int opened = avio_open(io, url, AVIO_FLAG_WRITE);
            if (opened < 0) {
                close();
                throw new IOException(Natives.words(opened));
            }
            context.pb(io);
        }

        @Override
        public void begin(AVStream source) throws IOException {
            AVStream stream = avformat_new_stream(context, (AVCodec) null);
            avcodec_parameters_copy(stream.codecpar(), source.codecpar());
            stream.codecpar().codec_tag(0);
            from = source.time_base();
            stream.time_base(from);
            try (Natives.Options options = new Natives.Options(Map.of("movflags", "faststart"))) {
                check(avformat_write_header(context, options.dictionary()));
            }
            begun = true;
        }

        @Override
        public void packet(AVPacket packet) throws IOException {
            packet.stream_index(0);
            packet.pos(-1);
            av_packet_rescale_ts(packet, from, context.streams(0).time_base());
            check(av_write_frame(context, packet));
        }

        void finish() throws IOException {
            if (begun) check(av_write_trailer(context));
        }

        private static void check(int result) throws IOException {
            if (result < 0) throw new IOException(Natives.words(result));
        }

        @Override
        public void close() {
            if (!io.isNull()) avio_closep(io);
            avformat_free_context(context);
            url.close();
        }
    }
}
