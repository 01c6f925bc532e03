package packwitness.ui.kit;

/** Plays the sounds of the packing table; returns at once. */
public interface Speaker {
    void play(Tone tone);

    /** Says whether anybody can hear it; the desk shows it where not. */
    boolean audible();
}
