package packwitness.inspect.compare;

/** What lessens the worth of a comparison and is printed with it. */
public enum Limit {
    /** Compared at less than half the size of our picture; hair cracks can be lost. */
    LOW_RESOLUTION,
    /** The received picture shows less than 70 % of ours; the rest was not compared. */
    PARTLY_SHOWN,
    /** Strong compression; faint changes can be lost. */
    STRONG_COMPRESSION,
    /** Tone or colours were changed as a whole; evened out before comparing. */
    TONE_CHANGED,
    /** Of an animation only the first picture was compared. */
    FIRST_FRAME_ONLY,
    /** Transparent parts were laid on white. */
    TRANSPARENCY_FLATTENED,
    /** More than 8 bits a channel were reduced to 8. */
    DEPTH_REDUCED,
    /** The received picture is mirrored; it was mirrored back before comparing. */
    MIRRORED,
    /** Ours or theirs was made smaller before comparing. */
    REDUCED_SIZE;

    /** Returns the key of its sentence: {@code compare.limit.NAME}. */
    public String key() {
        return "compare.limit." + name();
    }
}
