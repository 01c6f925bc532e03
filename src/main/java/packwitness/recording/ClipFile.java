package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

import packwitness.capture.Natives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An MP4 with its index in front, for a film that is handed over; one thread. */
final class ClipFile implements AutoCloseable {
    private final BytePointer url;
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVIOContext io = new AVIOContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVStream stream;

    /**
     * @param comment stands in the file for programs that read such things
     */
    ClipFile(Path target, CodecParameters parameters, String comment) throws IOException {
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
        stream = avformat_new_stream(context, (AVCodec) null);
        parameters.copyTo(stream.codecpar());
        stream.codecpar().codec_tag(0);
        stream.time_base(av_make_q(1, Coded.TICKS));
        AVDictionary words = new AVDictionary(null);
        try (BytePointer key = Natives.utf8("comment");
                BytePointer text = Natives.utf8(comment)) {
            av_dict_set(words, key, text, 0);
        }
        // The context owns the words from here on.
        context.metadata(words);
        try (Natives.Options options = new Natives.Options(Map.of("movflags", "faststart"))) {
            int begun = avformat_write_header(context, options.dictionary());
            if (begun < 0) {
                close();
                throw new IOException(Natives.words(begun));
            }
        }
    }

    void write(FrameEncoder.Packet frame, boolean key) throws IOException {
        if (av_new_packet(packet, frame.bytes().length) < 0) throw new IOException("no memory");
        packet.data().put(frame.bytes());
        packet.pts(frame.time()).dts(frame.time()).stream_index(0);
        if (key) packet.flags(packet.flags() | AV_PKT_FLAG_KEY);
        av_packet_rescale_ts(packet, av_make_q(1, Coded.TICKS), stream.time_base());
        int written = av_write_frame(context, packet);
        av_packet_unref(packet);
        if (written < 0) throw new IOException(Natives.words(written));
    }

    void finish() throws IOException {
        int ended = av_write_trailer(context);
        if (ended < 0) throw new IOException(Natives.words(ended));
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (!io.isNull()) avio_closep(io);
        avformat_free_context(context);
        url.close();
    }
}
