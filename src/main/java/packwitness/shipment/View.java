package packwitness.shipment;

/** What a camera of the table looks at; a take has one original a view. */
public enum View {
    /** The table from above; a station with one camera has this view alone. */
    OVERVIEW,
    /** The label from near. */
    LABEL
}
