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

    /** A diamond with the bars of a code in it. */
    private static final String WRONG =
            "M12 0.5 L23.5 12 L12 23.5 L0.5 12 Z M7 9 L7 15 L8.6 15 L8.6 9 Z"
                    + " M10.4 7 L10.4 17 L12.6 17 L12.6 7 Z M15 9 L15 15 L17 15 L17 9 Z";

    private final Mark mark;

    DeskState(Mark mark) {
        this.mark = mark;
    }

    public Mark mark() {
        return mark;
    }

    /**
     * Returns the shape of the band in a square of 24 x 24; a code that is no waybill has its own.
     */
    String outline() {
        return this == WRONG_CODE ? WRONG : mark.outline();
    }

    /** Returns the style class of the band, such as {@code band-recording}. */
    String style() {
        return "band-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
