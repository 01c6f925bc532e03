package packwitness.shipment;

import packwitness.value.Problem;

/** What can go wrong at the desk and in the index. */
public enum ShipmentProblem implements Problem {
    /** No details. */
    NOT_ARMED,
    /** {0} station. */
    STATION_BUSY,
    /** {0} text asked for. */
    UNKNOWN_WAYBILL,
    /** {0} folder, {1} megabytes left, {2} megabytes needed. */
    DISK_LOW,
    /** {0} text scanned. */
    NOT_A_WAYBILL,
    /** {0} waybill. */
    NO_VIDEO,
    /** {0} waybill that it has. */
    ALREADY_BOUND;

    @Override
    public String key() {
        return "shipment." + name();
    }
}
