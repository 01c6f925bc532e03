package packwitness.inspect.container;

/** What a piece of a file carries. */
public enum PieceKind {
    /** An XMP packet. */
    XMP,
    /** A TIFF structure with EXIF fields. */
    EXIF,
    /** A named text. */
    TEXT,
    /** Anything else that may carry words. */
    RAW,
    /** What stands after the end of the picture. */
    TRAILER,
    /** A C2PA manifest store, joined if it was spread. */
    MANIFEST
}
