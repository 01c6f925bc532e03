package packwitness.recording;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;

/** Turns what the disk says into our problems. */
final class Fault {
    private Fault() {}

    static Failure of(IOException e, Path file) {
        String reason = String.valueOf(e.getMessage());
        if (e instanceof FileAlreadyExistsException)
            return new Failure(RecordingProblem.FILE_EXISTS, e, file);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("quota exceeded"))
            return new Failure(RecordingProblem.DISK_FULL, e, file);
        return new Failure(
                RecordingProblem.WRITE_FAILED,
                e,
                file,
                e.getClass().getSimpleName() + " " + reason);
    }
}
