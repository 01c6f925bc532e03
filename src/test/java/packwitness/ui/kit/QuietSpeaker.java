package packwitness.ui.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what would have been heard. */
public final class QuietSpeaker implements Speaker {
    private final List<Tone> played = new CopyOnWriteArrayList<>();

    @Override
    public void play(Tone tone) {
        played.add(tone);
    }

    @Override
    public boolean audible() {
        return true;
    }

    public List<Tone> played() {
        return played;
    }
}
