package packwitness.shipment.search;

/** What keeps a parcel from losing anything, in SQL: to be asked inside another statement. */
public final class Held {
    private static final String ABOVE = " r.name = 'hold_above_fen' AND r.value > 0 AND ";

    /**
     * True where the parcel {@code s} is on hold: by hand or claim, by a claim that is open even
     * where the hold was lifted, or by the amount of its order.
     */
    public static final String NOW =
            "(s.hold_reason IS NOT NULL OR EXISTS (SELECT 1 FROM claim c WHERE c.shipment_id = s.id"
                    + " AND c.state = 'OPEN') OR EXISTS (SELECT 1 FROM keep_rule r WHERE"
                    + ABOVE
                    + "(EXISTS (SELECT 1 FROM order_waybill w JOIN shop_order o ON o.id ="
                    + " w.order_id WHERE w.waybill = s.waybill AND o.paid > r.value) OR EXISTS"
                    + " (SELECT 1 FROM shipment_code k JOIN shop_order o ON o.order_no = k.code"
                    + " WHERE k.shipment_id = s.id AND k.kind = 'ORDER' AND o.paid > r.value))))";

    /** The ids of all parcels on hold, each from an index of few rows. */
    public static final String IDS =
            "SELECT id FROM shipment WHERE hold_reason IS NOT NULL UNION SELECT shipment_id FROM"
                    + " claim WHERE state = 'OPEN' UNION SELECT s.id FROM keep_rule r CROSS JOIN"
                    + " shop_order o ON o.paid > r.value CROSS JOIN order_waybill w ON w.order_id ="
                    + " o.id CROSS JOIN shipment s ON s.waybill = w.waybill WHERE"
                    + ABOVE
                    + "true UNION SELECT k.shipment_id FROM keep_rule r CROSS JOIN shop_order o ON"
                    + " o.paid > r.value CROSS JOIN shipment_code k ON k.kind = 'ORDER' AND k.code"
                    + " = o.order_no WHERE"
                    + ABOVE
                    + "true";

    private Held() {}
}
