package packwitness.ui.kit;

import java.util.List;

/** The sounds of the packing table; each can be told from the others with closed eyes. */
public enum Tone {
    /** Armed, or ended well: two rising notes. */
    READY(note(660, 90), note(880, 130)),
    /** A recording began: one short high beep. */
    STARTED(note(1760, 110)),
    /** The same parcel again: two high beeps. */
    TAKE_TWO(note(1760, 80), note(0, 70), note(1760, 80)),
    /** A control code was carried out: one middle beep. */
    CONTROL(note(1175, 90)),
    /** Ended: two falling notes. */
    STOPPED(note(880, 90), note(660, 130)),
    /** Not a waybill: one long low note. */
    WRONG_CODE(note(220, 420)),
    /** Something should be mended while the recording goes on: two short low notes. */
    ATTENTION(note(330, 160), note(0, 90), note(330, 160)),
    /** The order has a note for the packer: a middle and a high note. */
    NOTE(note(1175, 120), note(0, 50), note(1568, 220)),
    /** The order is being refunded: three long high notes, repeated until somebody answers. */
    REFUND(note(988, 350), note(0, 120), note(988, 350), note(0, 120), note(988, 350)),
    /** Nothing moves and the take will be closed: a tick. */
    TICK(note(1400, 25)),
    /** Nothing is being recorded: a siren, repeated until somebody acknowledges it. */
    SIREN(note(700, 260), note(1150, 260), note(700, 260), note(1150, 260));

    /** A sine of this many hertz, 0 being silence, for so many milliseconds. */
    record Note(int hertz, int millis) {}

    private final List<Note> notes;

    Tone(Note... notes) {
        this.notes = List.of(notes);
    }

    List<Note> notes() {
        return notes;
    }

    private static Note note(int hertz, int millis) {
        return new Note(hertz, millis);
    }
}
