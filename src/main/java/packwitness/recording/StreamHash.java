package packwitness.recording;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The hash over a video's coded stream, which is equal for an original and its play copy; any
 * thread.
 */
public final class StreamHash {
    private StreamHash() {}

    /** Returns what {@code ffmpeg -i VIDEO -c copy -f streamhash -hash sha256 -} prints. */
    public static Sha256 of(Path video) throws Failure {
        MessageDigest digest = Sha256.digest();
        Video.Visitor hashing =
                new Video.Visitor() {
                    @Override
                    public void begin(AVStream stream) {}

                    @Override
                    public void packet(AVPacket packet) {
                        byte[] bytes = new byte[packet.size()];
                        packet.data().get(bytes);
                        digest.update(bytes);
                    }
                };
        try {
            Video.walk(video, hashing);
        } catch (IOException e) {
            throw new Failure(
                    RecordingProblem.FILE_UNREADABLE, e, video, String.valueOf(e.getMessage()));
        }
        return Sha256.of(digest);
    }
}
