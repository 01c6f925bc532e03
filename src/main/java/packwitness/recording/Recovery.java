package packwitness.recording;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;

/** Finds out how much of a recorded file its known links prove. */
public final class Recovery {
    private Recovery() {}

    /** Reads the whole file; damage is told in the result, only an unreadable file is a Failure. */
    public static Recovered examine(Path file, List<Segment> knownLinks) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
