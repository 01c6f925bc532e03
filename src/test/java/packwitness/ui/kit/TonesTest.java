package packwitness.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The sounds are measured as they go to the sound card: how high, how long, how often. */
class TonesTest {
    private static final int RATE = 44_100;

    /** A fiftieth of a second. */
    private static final int WINDOW = RATE / 50;

    /** One stretch of sound without a pause, and about how high it is. */
    private record Heard(long hertz, long millis) {}

    @Test
    void notesComeOutAsHighAndAsLongAsTheyAreWritten() {
        for (Tone tone : Tone.values()) {
            List<Tone.Note> sounding =
                    tone.notes().stream().filter(note -> note.hertz() > 0).toList();
            long written = sounding.stream().mapToLong(Tone.Note::millis).sum();
            long heard = hear(tone).stream().mapToLong(Heard::millis).sum();
            assertTrue(Math.abs(written - heard) <= 25L * sounding.size(), tone + " " + heard);
            for (Tone.Note note : sounding)
                assertTrue(
                        hear(tone).stream()
                                .anyMatch(
                                        h -> Math.abs(h.hertz() - note.hertz()) < note.hertz() / 6),
                        tone + " " + hear(tone));
        }
    }

    /** Two sounds differ by a third in height, or by half in length, or in the number of beats. */
    @Test
    void noTwoSoundsCanBeTakenForEachOther() {
        for (Tone one : Tone.values())
            for (Tone other : Tone.values()) {
                if (one.compareTo(other) >= 0) continue;
                assertTrue(differ(hear(one), hear(other)), one + " sounds like " + other);
            }
    }

    @Test
    void theSirenIsTheLongestAndItsEarsAreBothCovered() {
        List<Heard> siren = hear(Tone.SIREN);
        long highest = siren.stream().mapToLong(Heard::hertz).max().orElseThrow();
        long lowest = siren.stream().mapToLong(Heard::hertz).min().orElseThrow();
        assertTrue(highest > lowest * 1.4, siren.toString());
        assertEquals(
                Tone.REFUND,
                List.of(Tone.values()).stream()
                        .filter(tone -> tone != Tone.SIREN)
                        .max(java.util.Comparator.comparingLong(TonesTest::length))
                        .orElseThrow(),
                "after the siren nothing is as long as the stop sign");
    }

    private static long length(Tone tone) {
        return hear(tone).stream().mapToLong(Heard::millis).sum();
    }

    private static boolean differ(List<Heard> one, List<Heard> other) {
        if (one.size() != other.size()) return true;
        for (int i = 0; i < one.size(); i++) {
            double high = ratio(one.get(i).hertz(), other.get(i).hertz());
            double length = ratio(one.get(i).millis(), other.get(i).millis());
            if (high > 1.3 || length > 1.5) return true;
        }
        return false;
    }

    private static double ratio(long a, long b) {
        return (double) Math.max(a, b) / Math.max(1, Math.min(a, b));
    }

    /** Cuts the samples into stretches of one height by counting how often they cross zero. */
    private static List<Heard> hear(Tone tone) {
        byte[] samples = Samples.of(tone, RATE);
        List<Heard> heard = new ArrayList<>();
        long now = 0;
        long length = 0;
        for (int from = 0; from + WINDOW <= samples.length / 2; from += WINDOW) {
            long hertz = hertz(samples, from);
            boolean same = now > 0 && hertz > 0 && Math.abs(hertz - now) <= now / 5;
            if (same) {
                length += 20;
                continue;
            }
            if (now > 0) heard.add(new Heard(now, length));
            now = hertz;
            length = hertz > 0 ? 20 : 0;
        }
        if (now > 0) heard.add(new Heard(now, length));
        return heard;
    }

    private static long hertz(byte[] samples, int from) {
        int crossings = 0;
        int loudest = 0;
        int before = 0;
        for (int i = from; i < from + WINDOW; i++) {
            int sample = (short) (samples[2 * i] & 255 | samples[2 * i + 1] << 8);
            loudest = Math.max(loudest, Math.abs(sample));
            if (before < 0 != sample < 0) crossings++;
            before = sample;
        }
        return loudest < 1000 ? 0 : Math.round(crossings / 2.0 * RATE / WINDOW);
    }
}
