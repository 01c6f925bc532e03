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
        AVPacket packet = av_packet_alloc();
        try (VideoInput input = VideoFile.open(file)) {
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
