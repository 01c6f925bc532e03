package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import packwitness.value.Failure;

import java.util.function.ObjIntConsumer;

/** An open H.264 encoder; one thread. {@link Encoder} is the one, tests bring broken ones. */
interface FrameEncoder extends AutoCloseable {
    /** The bytes of an encoded frame and its time in ticks. */
    record Packet(long time, byte[] bytes) {}

    /** How to open one; parameter sets are numbered, so that two streams can stand in one file. */
    record Wish(String name, String preset, int sets, double framesPerSecond) {}

    /** Opens encoders; fails where this one cannot be had. */
    interface Opener {
        FrameEncoder open(Wish wish, AVFrame like) throws Failure;
    }

    String name();

    /** Returns what a muxer must know, to be closed by the caller. */
    CodecParameters parameters();

    /** Encodes a frame; the consumer gets each packet that comes out, with 1 for a key frame. */
    void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out) throws Failure;

    /** Gives out what was held back. */
    void finish(ObjIntConsumer<Packet> out);

    @Override
    void close();
}
