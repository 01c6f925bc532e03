package packwitness.recording;

/** The text that belongs to a picture. */
record Words(String caption, String station, String remark) {
    /** Stands for text that is in the picture itself. */
    static final Words BURNT = new Words("", "", "");
}
