package packwitness.shipment;

import packwitness.value.OrderNo;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was shipped and what was recorded in some days, and what has only one of both.
 *
 * @param days by rising day
 * @param stations by rising day and name
 * @param unrecorded shipped orders without a recording, the newest first
 * @param unordered recordings without an order, the newest first
 */
public record Coverage(
        List<Day> days,
        List<StationDay> stations,
        List<Unrecorded> unrecorded,
        List<Unordered> unordered) {
    public Coverage {
        days = List.copyOf(days);
        stations = List.copyOf(stations);
        unrecorded = List.copyOf(unrecorded);
        unordered = List.copyOf(unordered);
    }

    /** The parcels that were shipped on a day, as the imported orders have it. */
    public record Day(LocalDate day, int shipped, int recorded) {
        /**
         * Returns the recorded share in tenths of a percent, rounded down; 1000 where none was
         * shipped.
         */
        public int permille() {
            return Coverage.permille(recorded, shipped);
        }
    }

    /** The parcels that were recorded at a station on a day. */
    public record StationDay(LocalDate day, String station, int recorded, int withOrder) {
        /** Returns the share with an order in tenths of a percent, rounded down. */
        public int permille() {
            return Coverage.permille(withOrder, recorded);
        }
    }

    /** An order that was shipped, as its file has it, without a recording of its parcel. */
    public record Unrecorded(OrderNo order, WaybillNo waybill, String platform, Instant shipped) {}

    /** A recorded parcel whose order is in no imported file. */
    public record Unordered(
            ShipmentId id, WaybillNo waybill, boolean bound, String station, Instant recorded) {}

    public int shipped() {
        return days.stream().mapToInt(Day::shipped).sum();
    }

    public int recorded() {
        return days.stream().mapToInt(Day::recorded).sum();
    }

    /** Returns the recorded share of all days in tenths of a percent, rounded down. */
    public int permille() {
        return permille(recorded(), shipped());
    }

    private static int permille(int part, int whole) {
        return whole == 0 ? 1000 : (int) (1000L * part / whole);
    }
}
