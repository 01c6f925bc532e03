package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * A shot that owns a packet of the video library, as it came from the camera: what a recorder that
 * copies the stream writes.
 */
public final class PacketShot extends Shot {
    private final CodedStream stream;
    private final AVPacket packet = av_packet_alloc();
    private boolean closed;

    /** Takes over what the packet holds. */
    PacketShot(long number, long arrivalNanos, boolean key, AVPacket from, CodedStream stream) {
        super(number, arrivalNanos, key);
        this.stream = stream;
        av_packet_move_ref(packet, from);
    }

    /** Returns the packet, valid until this shot is closed; nobody changes it. */
    public AVPacket packet() {
        return packet;
    }

    /**
     * Returns how the packet is coded. Another object than that of the shot before says that the
     * camera was opened again: a copied stream must go on in a new file or with its own head.
     */
    public CodedStream stream() {
        return stream;
    }

    /** Returns a further shot of the same bytes, to be closed by itself. */
    public PacketShot again() {
        return at(arrivalNanos());
    }

    /** Returns a further shot of the same bytes that arrived at this time. */
    public PacketShot at(long arrivalNanos) {
        AVPacket other = av_packet_alloc();
        av_packet_ref(other, packet);
        PacketShot shot = new PacketShot(number(), arrivalNanos, key(), other, stream);
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
