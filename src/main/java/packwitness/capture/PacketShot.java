package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A shot that owns a packet of the video library. */
final class PacketShot extends Shot {
    private final AVPacket packet = av_packet_alloc();
    private boolean closed;

    /** Takes over what the packet holds. */
    PacketShot(long number, long arrivalNanos, boolean key, AVPacket from) {
        super(number, arrivalNanos, key);
        av_packet_move_ref(packet, from);
    }

    AVPacket packet() {
        return packet;
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        av_packet_free(packet);
    }
}
