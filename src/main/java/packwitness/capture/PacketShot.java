package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A shot that owns a packet of the video library; the packet knows its time base. */
public final class PacketShot extends Shot {
    private final AVPacket packet = av_packet_alloc();
    private boolean closed;

    /** Takes over what the packet holds. */
    PacketShot(long number, long arrivalNanos, boolean key, AVPacket from) {
        super(number, arrivalNanos, key);
        av_packet_move_ref(packet, from);
    }

    /** Returns the packet, which is valid until the shot is closed. */
    public AVPacket packet() {
        return packet;
    }

    /** Returns a further shot of the same bytes, to be closed by itself. */
    public PacketShot again() {
        return at(arrivalNanos());
    }

    /** Returns a further shot of the same bytes that arrived at this time. */
    public PacketShot at(long arrivalNanos) {
        AVPacket other = av_packet_alloc();
        av_packet_ref(other, packet);
        PacketShot shot = new PacketShot(number(), arrivalNanos, key(), other);
        av_packet_free(other);
        return shot;
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        av_packet_free(packet);
    }
}
