package packwitness.ui.desk;

/**
 * What became of a scan.
 *
 * @param read what the scanner read, shortened for the screen
 */
public record Scanned(Kind kind, String read, int take) {
    /** What a code can do at the table. */
    public enum Kind {
        STARTED,
        SWITCHED,
        TAKE_TWO,
        BOUNCE,
        CONTROL,
        NOT_A_WAYBILL
    }
}
