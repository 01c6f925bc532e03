package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;

/** A day that is worked out once gives the same moments as every time worked out by itself. */
class DaysTest {
    @Test
    void everyTimeIsWhatTheCalendarSays() {
        Random random = new Random(4);
        for (String name : new String[] {"Asia/Shanghai", "Europe/Berlin", "America/Havana"}) {
            ZoneId zone = ZoneId.of(name);
            Days days = new Days(zone);
            for (int i = 0; i < 100_000; i++) {
                LocalDateTime time =
                        LocalDateTime.of(1990, 1, 1, 0, 0)
                                .plusDays(random.nextInt(20_000))
                                .plusSeconds(random.nextInt(86_400));
                int[] parts = {
                    time.getYear(),
                    time.getMonthValue(),
                    time.getDayOfMonth(),
                    time.getHour(),
                    time.getMinute(),
                    time.getSecond()
                };
                assertEquals(time.atZone(zone).toInstant(), days.moment(parts), name + time);
            }
        }
    }

    @Test
    void aDayOrTimeThatIsNoneIsRefusedAgainAndAgain() {
        Days days = new Days(ZoneId.of("Asia/Shanghai"));
        for (int i = 0; i < 2; i++) {
            assertThrows(
                    DateTimeException.class, () -> days.moment(new int[] {2026, 2, 30, 0, 0, 0}));
            assertThrows(
                    DateTimeException.class, () -> days.moment(new int[] {2026, 2, 3, 24, 0, 0}));
            assertThrows(
                    DateTimeException.class, () -> days.moment(new int[] {2026, 2, 3, 1, 60, 0}));
        }
    }

    @Test
    void theUsualWritingIsReadAsEveryOther() {
        Moments moments = new Moments(ZoneId.of("Asia/Shanghai"));
        assertEquals(moments.of("2026-3-7 8:05:09"), moments.of("2026-03-07 08:05:09"));
        assertEquals(moments.of("2026年03月07日08时05分09秒"), moments.of("2026/03/07 08:05:09"));
        for (String none :
                new String[] {
                    "2026-13-07 08:05:09",
                    "2026-02-29 08:05:09",
                    "2026-03-07 25:05:09",
                    "0026-03-07 08:05:09",
                    "2026-03-0a 08:05:09"
                }) assertEquals(Optional.empty(), moments.of(none), none);
    }
}
