package packwitness.ui.desk;

import packwitness.ui.kit.Speaker;
import packwitness.ui.kit.Tone;

import java.util.EnumMap;
import java.util.Map;

/** Plays tones again and again as long as there is reason to. FX thread only. */
final class RepeatedTones {
    private final Speaker speaker;
    private final Map<Tone, Long> next = new EnumMap<>(Tone.class);

    RepeatedTones(Speaker speaker) {
        this.speaker = speaker;
    }

    /** Plays it at once where the reason is new, and then each time that so many nanos passed. */
    void play(Tone tone, boolean reason, long between, long now) {
        if (!reason) {
            next.remove(tone);
            return;
        }
        Long due = next.get(tone);
        if (due != null && now < due) return;
        speaker.play(tone);
        next.put(tone, now + between);
    }

    /** Takes the next reason for a new one. */
    void forget(Tone tone) {
        next.remove(tone);
    }
}
