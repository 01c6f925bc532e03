package packwitness.capture;

import java.util.List;

/** Reads Code 128, Code 39 and QR codes in a grey picture, upright and turned by 90 degrees. */
public final class LabelReader {
    private LabelReader() {}

    /** Returns the codes found, each text once; empty where there is none. */
    public static List<LabelCode> read(Grey picture) {
        throw new IllegalStateException("not yet");
    }
}
