package packwitness.ui.desk;

import packwitness.ui.kit.Mark;

/** What the band says, each by its own colour, shape, word and sound. */
public enum DeskState {
    /** The camera is off. */
    OFF(Mark.OFF),
    /** The camera is being opened. */
    ARMING(Mark.OFF),
    /** The next scan records. */
    READY(Mark.READY),
    RECORDING(Mark.RUNNING),
    /** Nothing moves: the take is closed unless somebody moves or scans. */
    CLOSING(Mark.RUNNING),
    /** What was read is no waybill; a running recording goes on. */
    WRONG_CODE(Mark.ATTENTION),
    /** Something should be mended; a running recording goes on. */
    ATTENTION(Mark.ATTENTION),
    /** The order on the table is being refunded; the recording goes on. */
    REFUND_OPEN(Mark.STOP),
    /** One of two cameras does not record. */
    ONE_CAMERA(Mark.TROUBLE),
    /** Somebody packs and nothing is recorded. */
    NOT_RECORDING(Mark.TROUBLE);

    private final Mark mark;

    DeskState(Mark mark) {
        this.mark = mark;
    }

    public Mark mark() {
        return mark;
    }

    /** Returns the style class of the band, such as {@code band-recording}. */
    String style() {
        return "band-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
