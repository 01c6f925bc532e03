package packwitness.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Works out each day of a file once; its times then only count seconds. For one thread. */
final class Days {
    private static final int SLOTS = 1 << 10;

    /** A day on which clocks are put forward or back is worked out time by time. */
    private static final long UNEVEN = Long.MIN_VALUE;

    private final ZoneId zone;
    private final int[] keys = new int[SLOTS];
    private final long[] midnights = new long[SLOTS];

    Days(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Returns the moment of a local time.
     *
     * @param parts year, month, day, hour, minute, second
     * @throws java.time.DateTimeException where there is no such day or time
     */
    Instant moment(int[] parts) {
        int key = (parts[0] * 100 + parts[1]) * 100 + parts[2];
        int slot = (parts[0] * 372 + parts[1] * 31 + parts[2]) & SLOTS - 1;
        if (keys[slot] != key) {
            midnights[slot] = midnight(LocalDate.of(parts[0], parts[1], parts[2]));
            keys[slot] = key;
        }
        long midnight = midnights[slot];
        if (midnight == UNEVEN || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
            return local(parts).atZone(zone).toInstant();
        return Instant.ofEpochSecond(midnight + parts[3] * 3600 + parts[4] * 60 + parts[5]);
    }

    static LocalDateTime local(int[] parts) {
        return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    private long midnight(LocalDate day) {
        ZoneRules rules = zone.getRules();
        LocalDateTime start = day.atStartOfDay();
        boolean even = rules.getOffset(start).equals(rules.getOffset(start.plusDays(1)));
        return even ? start.toEpochSecond(rules.getOffset(start)) : UNEVEN;
    }
}
