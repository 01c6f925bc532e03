package packwitness.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the pictures of a recorder are coded, for the environment row of its takes: {@code copied}
 * where the camera's own packets are the original, else the encoder, its self-test, and why others
 * before it were not taken.
 */
public record EncoderFacts(
        String encoder,
        String preset,
        boolean copied,
        Optional<SelfTest> selfTest,
        List<String> refused) {
    /** Stands where nothing is known yet. */
    static final EncoderFacts NONE = new EncoderFacts("", "", false, Optional.empty(), List.of());

    public EncoderFacts {
        refused = List.copyOf(refused);
    }

    /**
     * Known frames, encoded, decoded and compared: how many went in and came out, the worst picture
     * in decibels, whether key frames came where they were asked for, and what was wrong.
     */
    public record SelfTest(
            int frames, int decoded, double worstDecibels, boolean keysHonoured, String fault) {
        /** Returns whether nothing was wrong. */
        public boolean passed() {
            return fault.isEmpty();
        }

        /** Returns one technical line. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%s: %d of %d frames, worst %.1f dB, key frames %s%s",
                    passed() ? "passed" : "failed",
                    decoded,
                    frames,
                    worstDecibels,
                    keysHonoured ? "honoured" : "not honoured",
                    fault.isEmpty() ? "" : ", " + fault);
        }
    }

    /** Returns one technical line for a row. */
    public String line() {
        StringBuilder line = new StringBuilder(copied ? "stream copy" : encoder);
        if (!preset.isEmpty()) line.append(' ').append(preset);
        selfTest.ifPresent(test -> line.append("; self-test ").append(test.line()));
        for (String reason : refused) line.append("; not taken: ").append(reason);
        return line.toString();
    }
}
