package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

import packwitness.capture.Natives;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes fragmented MP4 into a {@link FragmentFile}: one fragment a key frame, no trailer, never a
 * byte rewritten. Owns its native memory; used by one writer thread.
 */
final class FragmentMuxer implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int INPUT_OUTPUT_ERROR = -5;

    // The library calls back with a number it was given; the object must not move or die.
    private static final Map<Long, FragmentFile> OPEN = new ConcurrentHashMap<>();

    private static final Write_packet_Pointer_BytePointer_int SINK =
            new Write_packet_Pointer_BytePointer_int() {
                @Override
                public int call(Pointer key, BytePointer bytes, int length) {
                    return sink(key, bytes, length);
                }
            };

    private final FragmentFile file;
    private final LongPointer key = new LongPointer(1);
    private final AVIOContext io;
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVStream stream;
    private final AVPacket packet = av_packet_alloc();
    private final AVRational ticks = av_make_q(1, Coded.TICKS);

    private FragmentMuxer(FragmentFile file, CodecParameters parameters) {
        this.file = file;
        key.put(0);
        OPEN.put(key.address(), file);
        io =
                avio_alloc_context(
                        new BytePointer(av_malloc(BUFFER)), BUFFER, 1, key, null, SINK, null);
        avformat_alloc_output_context2(context, null, "mp4", (String) null);
        context.pb(io);
        context.flags(
                context.flags()
                        | AVFormatContext.AVFMT_FLAG_CUSTOM_IO
                        | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
        stream = avformat_new_stream(context, (AVCodec) null);
        parameters.copyTo(stream.codecpar());
        stream.codecpar().codec_tag(0);
        stream.time_base(ticks);
    }

    /** Writes the head of the file. */
    static FragmentMuxer open(FragmentFile file, CodecParameters parameters) throws IOException {
        Natives.ready();
        FragmentMuxer muxer = new FragmentMuxer(file, parameters);
        try (Natives.Options options =
                new Natives.Options(
                        Map.of(
                                "movflags",
                                "frag_keyframe+empty_moov+default_base_moof+skip_trailer"))) {
            muxer.check(avformat_write_header(muxer.context, options.dictionary()));
            return muxer;
        } catch (IOException e) {
            muxer.close();
            throw e;
        }
    }

    private static int sink(Pointer key, BytePointer bytes, int length) {
        // Nothing may be thrown through C; the cause stays in the file.
        try {
            FragmentFile file = OPEN.get(key.address());
            if (file == null) return INPUT_OUTPUT_ERROR;
            byte[] copy = new byte[length];
            bytes.get(copy);
            file.write(copy, length);
            return length;
        } catch (IOException | RuntimeException | Error e) {
            return INPUT_OUTPUT_ERROR;
        }
    }

    /** Writes a frame; a key frame first sends the fragment before it to the file. */
    void write(byte[] bytes, boolean keyFrame, long time, long shownLater, long duration)
            throws IOException {
        if (av_new_packet(packet, bytes.length) < 0) throw new IOException("no memory");
        packet.data().put(bytes);
        packet.pts(time + shownLater).dts(time).duration(duration).stream_index(0);
        if (keyFrame) packet.flags(packet.flags() | AV_PKT_FLAG_KEY);
        av_packet_rescale_ts(packet, ticks, stream.time_base());
        int result = av_write_frame(context, packet);
        av_packet_unref(packet);
        check(result);
    }

    /** Sends the open fragment to the file, so that a silent camera leaves nothing behind. */
    void flush() throws IOException {
        check(av_write_frame(context, null));
        avio_flush(io);
        check(0);
    }

    /** Sends the last fragment to the file. */
    void finish() throws IOException {
        int result = av_write_trailer(context);
        avio_flush(io);
        check(result);
    }

    private void check(int result) throws IOException {
        if (file.failed()) throw file.trouble();
        if (result < 0) throw new IOException("container: " + Natives.words(result));
    }

    @Override
    public void close() {
        // Unlike its siblings this function does not touch a custom input or output.
        avformat_free_context(context);
        av_free(io.buffer());
        avio_context_free(io);
        OPEN.remove(key.address());
        key.close();
        av_packet_free(packet);
    }
}
