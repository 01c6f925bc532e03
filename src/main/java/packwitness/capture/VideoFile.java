package packwitness.capture;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Opens video files, and says in one sentence why one cannot be opened. */
public final class VideoFile {
    /** Containers we read; a text file would else be played as the film of a terminal. */
    private static final String CONTAINERS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,flv,asf,mpeg,mpjpeg";

    // A playlist inside a file must not reach out into the network.
    private static final Map<String, String> OPTIONS =
            Map.of("format_whitelist", CONTAINERS, "protocol_whitelist", "file");

    /** Reads from the front instead of looking through all pieces before the first frame. */
    private static final Map<String, String> IN_ORDER =
            Map.of(
                    "format_whitelist", CONTAINERS,
                    "protocol_whitelist", "file",
                    "fflags", "+ignidx");

    private VideoFile() {}

    /** Opens the file for reading packets; the caller closes it. */
    public static VideoInput open(Path file) throws Failure {
        return open(file, OPTIONS, Duration.ofSeconds(60));
    }

    /**
     * Opens a file whose end may be cut off in the middle of a piece's head, where {@link #open}
     * would refuse all of it; no place in it can be sought.
     */
    public static VideoInput openInOrder(Path file) throws Failure {
        return open(file, IN_ORDER, Duration.ofSeconds(60));
    }

    private static VideoInput open(Path file, Map<String, String> options, Duration patience)
            throws Failure {
        check(file);
        try {
            return VideoInput.open(url(file), null, options, patience);
        } catch (VideoInput.NoVideo e) {
            throw new Failure(CaptureProblem.NO_VIDEO, e, file);
        } catch (IOException e) {
            throw new Failure(
                    CaptureProblem.FILE_UNREADABLE, e, file, String.valueOf(e.getMessage()));
        }
    }

    static void check(Path file) throws Failure {
        if (!Files.exists(file)) throw new Failure(CaptureProblem.FILE_MISSING, file);
        if (!Files.isRegularFile(file) || !Files.isReadable(file))
            throw new Failure(CaptureProblem.FILE_UNREADABLE, file, "not a readable file");
        try {
            if (Files.size(file) == 0) throw new Failure(CaptureProblem.FILE_EMPTY, file);
        } catch (IOException e) {
            throw new Failure(
                    CaptureProblem.FILE_UNREADABLE, e, file, String.valueOf(e.getMessage()));
        }
    }

    static StreamSource source(Path file, boolean fast, boolean loop) {
        return StreamSource.file(
                file, () -> open(file, OPTIONS, Duration.ofSeconds(20)), fast, loop);
    }

    /** Returns the address the video library wants; the prefix keeps "a:b.mp4" a file name. */
    static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
