package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * An open demuxer and its video stream; one thread reads, any thread may close, which ends a
 * waiting read. No call lasts longer than the patience it was opened with.
 */
public final class VideoInput implements AutoCloseable {
    /** The option that is none of the library's but a field of its context. */
    static final String CODEC = "vcodec";

    /** Says which stream of a container is missing. */
    static final class NoVideo extends IOException {
        private static final long serialVersionUID = 1;

        NoVideo() {
            super("no video stream");
        }
    }

    /** Says that the server wants another name or password. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /** Asked by the library while it waits; the opaque memory holds the deadline. */
    private static final AVIOInterruptCB.Callback_Pointer DEADLINE =
            new AVIOInterruptCB.Callback_Pointer() {
                @Override
                public int call(Pointer deadline) {
                    return System.nanoTime() - new LongPointer(deadline).get() > 0 ? 1 : 0;
                }
            };

    /** Loads the library. */
    static void prepare() {
        avformat_free_context(avformat_alloc_context());
    }

    private final Object reading = new Object();
    private final AVFormatContext context;
    private final LongPointer deadline;
    private final long patienceNanos;
    private final int index;
    private volatile boolean closing;
    private boolean closed;

    private VideoInput(
            AVFormatContext context, LongPointer deadline, long patienceNanos, int index) {
        this.context = context;
        this.deadline = deadline;
        this.patienceNanos = patienceNanos;
        this.index = index;
    }

    /** Opens an address in UTF-8, with the demuxer of this name or the one that fits. */
    static VideoInput open(
            String url, @Nullable String format, Map<String, String> options, Duration patience)
            throws IOException, Failure {
        Natives.ready();
        AVInputFormat demuxer = null;
        if (format != null) {
            Natives.devicesReady();
            demuxer = av_find_input_format(format);
            if (demuxer == null) throw new IOException("no driver " + format);
        }
        LongPointer deadline = new LongPointer(1);
        long nanos = patience.toNanos();
        deadline.put(System.nanoTime() + nanos);
        AVFormatContext context = avformat_alloc_context();
        context.interrupt_callback().callback(DEADLINE).opaque(deadline);
        // The Windows driver takes the codec from the context and would choose raw pictures else.
        if (options.containsKey(CODEC))
            context.video_codec_id(avcodec_descriptor_get_by_name(options.get(CODEC)).id());
        try (BytePointer address = Natives.utf8(url);
                Natives.Options given = new Natives.Options(options)) {
            // A failed open frees the context by itself.
            int opened = avformat_open_input(context, address, demuxer, given.dictionary());
            if (opened < 0) {
                deadline.close();
                String reason = Natives.words(opened);
                if (opened == AVERROR_HTTP_UNAUTHORIZED || opened == AVERROR_HTTP_FORBIDDEN)
                    throw new Refused(reason);
                throw new IOException(reason);
            }
        }
        boolean whole = false;
        try {
            deadline.put(System.nanoTime() + nanos);
            int known = avformat_find_stream_info(context, (AVDictionary) null);
            if (known < 0) throw new IOException(Natives.words(known));
            int best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
            if (best < 0) throw new NoVideo();
            whole = true;
            return new VideoInput(context, deadline, nanos, best);
        } finally {
            if (!whole) {
                avformat_close_input(context);
                deadline.close();
            }
        }
    }

    /** Returns the video stream; valid until close. */
    public AVStream stream() {
        return context.streams(index);
    }

    /** Returns the library's number of the codec that was asked for; 0 where any was welcome. */
    int wantedCodec() {
        return context.video_codec_id();
    }

    /** Reads the next packet of the video; false at the end. */
    public boolean read(AVPacket packet) throws IOException {
        synchronized (reading) {
            while (true) {
                // A camera that could not be opened again is asked all the same.
                if (closed) return false;
                deadline.put(System.nanoTime() + patienceNanos);
                if (closing) return false;
                int result = av_read_frame(context, packet);
                if (closing) {
                    if (result >= 0) av_packet_unref(packet);
                    return false;
                }
                if (result == AVERROR_EOF) return false;
                if (result == AVERROR_EXIT) throw new IOException("no answer");
                if (result == AVERROR_EAGAIN()) Thread.onSpinWait();
                else if (result < 0) throw new IOException(Natives.words(result));
                else if (packet.stream_index() == index) return true;
                else av_packet_unref(packet);
            }
        }
    }

    /** Goes to the last key frame not after the time stamp; false where the file cannot do that. */
    boolean seek(long timestamp) {
        synchronized (reading) {
            if (closing) return false;
            deadline.put(System.nanoTime() + patienceNanos);
            return av_seek_frame(context, index, timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
        }
    }

    @Override
    public void close() {
        closing = true;
        interrupt();
        synchronized (reading) {
            if (closed) return;
            closed = true;
            avformat_close_input(context);
            deadline.close();
        }
    }

    private void interrupt() {
        // A second close must not touch freed memory; JavaCPP then holds a null address.
        if (!deadline.isNull()) deadline.put(System.nanoTime() - 1);
    }
}
