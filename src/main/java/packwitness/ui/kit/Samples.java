package packwitness.ui.kit;

import java.io.ByteArrayOutputStream;

/** Draws tones as 16-bit little-endian samples of one channel. */
final class Samples {
    private static final double LOUDNESS = 0.55;
    private static final double FADE_SECONDS = 0.006;

    private Samples() {}

    static byte[] of(Tone tone, int rate) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tone.Note note : tone.notes()) draw(note, rate, out);
        return out.toByteArray();
    }

    // Faded in and out: a sine that is cut off clicks, and a click sounds like a fault.
    private static void draw(Tone.Note note, int rate, ByteArrayOutputStream out) {
        int count = rate * note.millis() / 1000;
        double fade = rate * FADE_SECONDS;
        for (int i = 0; i < count; i++) {
            double gain = Math.min(1, Math.min(i, count - i) / fade) * LOUDNESS;
            double angle = 2 * Math.PI * note.hertz() * i / rate;
            // A little of the third harmonic carries through the noise of a warehouse.
            double wave = (Math.sin(angle) + 0.25 * Math.sin(3 * angle)) / 1.25;
            int sample = (int) (gain * wave * Short.MAX_VALUE);
            out.write(sample);
            out.write(sample >> 8);
        }
    }
}
