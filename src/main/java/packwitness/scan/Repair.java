package packwitness.scan;

/** What was undone before a line could be read. */
public enum Repair {
    /** Characters around the line: STX, ETX, Tab, line ends, blanks. */
    FRAME,
    /** Full-width letters and digits, Chinese punctuation: an input method was on. */
    INPUT_METHOD,
    /** Capitals and small letters were exchanged. */
    CAPITALS,
    /** The keys were read through another keyboard layout. */
    KEYBOARD_LAYOUT,
    /** The symbology identifier before the line. */
    SYMBOLOGY,
    /** The number was taken out of GS1 element strings. */
    GS1,
    /** The number was taken out of a carrier's web address. */
    WEB_ADDRESS,
    /** The number was taken out of a longer text. */
    LONGER_TEXT,
    /** The count of packages behind the number was read. */
    PACKAGE_COUNT
}
