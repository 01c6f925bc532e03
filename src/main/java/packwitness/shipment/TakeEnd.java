package packwitness.shipment;

/** What is missing from a take when it ends; told while the parcel is still on the table. */
public enum TakeEnd {
    /** The number of the label was never read in the picture. */
    LABEL_UNSEEN,
    /** No waybill was scanned. */
    UNBOUND
}
