package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

import packwitness.capture.VideoFile;
import packwitness.capture.VideoInput;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;

/** Walks over the coded frames of a video file; one thread. */
final class Video {
    /** Sees each coded frame; the packet is the walker's. */
    interface Visitor {
        void begin(AVStream stream) throws IOException;

        void packet(AVPacket packet) throws IOException;
    }

    private Video() {}

    static void walk(Path file, Visitor visitor) throws Failure, IOException {
        walk(VideoFile.open(file), visitor);
    }

    /** Walks over a file whose end may be cut off. */
    static void walkInOrder(Path file, Visitor visitor) throws Failure, IOException {
        walk(VideoFile.openInOrder(file), visitor);
    }

    private static void walk(VideoInput video, Visitor visitor) throws IOException {
        AVPacket packet = av_packet_alloc();
        try (VideoInput input = video) {
            visitor.begin(input.stream());
            while (input.read(packet)) {
                visitor.packet(packet);
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }
}
