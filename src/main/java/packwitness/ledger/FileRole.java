package packwitness.ledger;

/** What a file in a bag is; the names stand in the bag. */
public enum FileRole {
    /** The camera file as it was sealed; its hash must stand in a shown row. */
    ORIGINAL,
    /** Bytes as received from the buyer; their hash must stand in a shown row. */
    RECEIVED,
    /** A picture cut out of an original. */
    KEY_FRAME,
    /** Derived for playing or showing. */
    COPY,
    /** The PDF. */
    DOSSIER,
    OTHER
}
