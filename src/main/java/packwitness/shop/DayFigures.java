package packwitness.shop;

import packwitness.claim.ClaimStatistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One day of the shop in figures.
 *
 * @param day in the shop's own zone
 * @param parcelsByHour how many parcels were first scanned in each of the 24 hours
 * @param parcelsByDay the parcels of the last days, the oldest first, this day last
 * @param sealed recordings of this day that ended well
 * @param incomplete recordings of this day that were interrupted or damaged
 * @param ordered waybills of the orders that came in within the last days
 * @param recorded how many of them have a recording
 * @param alarms how often each alarm of the desk was raised, by its stable name
 * @param claims the claims filed within the last 30 days, and how they ended
 */
public record DayFigures(
        LocalDate day,
        List<Integer> parcelsByHour,
        List<Integer> parcelsByDay,
        int sealed,
        int incomplete,
        int ordered,
        int recorded,
        Map<String, Integer> alarms,
        ClaimStatistics claims) {
    /** How many days the longer lists reach back, this day included. */
    public static final int DAYS = 7;

    public DayFigures {
        parcelsByHour = List.copyOf(parcelsByHour);
        parcelsByDay = List.copyOf(parcelsByDay);
        alarms = Map.copyOf(alarms);
    }

    /** Returns the parcels of this day. */
    public int parcels() {
        return parcelsByHour.stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many alarms were raised on this day. */
    public int alarmsInAll() {
        return alarms.values().stream().mapToInt(Integer::intValue).sum();
    }
}
