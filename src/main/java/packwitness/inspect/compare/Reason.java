package packwitness.inspect.compare;

/** Why a comparison came out as it did; its sentences stand in this package's bundles. */
public enum Reason {
    /** Same pixels up to crop, scale, turn, tone and compression, no region. */
    COPY_UNCHANGED,
    /** Same pixels, but for the regions. */
    COPY_CHANGED,
    /** Too little in common to be put on top of each other. */
    DIFFERENT_PICTURE,
    /** The same things were photographed another time: matched, never differenced. */
    ANOTHER_PHOTOGRAPH,
    /** Almost the same place and moment, but not the same exposure. */
    BURST_REFUSED,
    /** Too many places differ to speak of a copy with changes. */
    TOO_MANY_DIFFERENCES,
    /** Less than 96 pixels on the shorter side. */
    TOO_SMALL,
    /** Almost no texture to hold on to. */
    TOO_PLAIN,
    /** More than 100 megapixels or 16,000 pixels on a side. */
    TOO_LARGE,
    /** HEIC, AVIF or a film, which are inspected for labels but not decoded. */
    NOT_DECODED,
    /** Our picture could not be decoded. */
    OURS_UNREADABLE,
    /** The received picture could not be decoded. */
    THEIRS_UNREADABLE;

    /** Returns the key of its sentence: {@code compare.NAME}. */
    public String key() {
        return "compare." + name();
    }
}
