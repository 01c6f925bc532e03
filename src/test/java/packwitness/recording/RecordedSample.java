package packwitness.recording;

import java.nio.file.Path;

/** A short recording of the demo scene, for the tests of other rooms. */
public final class RecordedSample {
    private RecordedSample() {}

    public static Original in(Path folder) throws Exception {
        return Station.recorded(folder, 1, 60).heard.sealed.getFirst();
    }
}
