package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

class WallTimeTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aTimeOnTheWallMeansItsEarlierMoment() {
        assertEquals(
                Instant.parse("2026-11-01T05:30:00Z"),
                WallTime.earliest(LocalDateTime.parse("2026-11-01T01:30"), NEW_YORK));
        assertEquals(
                Instant.parse("2026-03-08T07:00:00Z"),
                WallTime.earliest(LocalDateTime.parse("2026-03-08T02:30"), NEW_YORK));
        assertEquals(
                Instant.parse("2026-03-08T07:00:00Z"),
                WallTime.earliest(LocalDateTime.parse("2026-03-08T03:00"), NEW_YORK));
        assertEquals(
                Instant.parse("2026-11-22T10:00:00Z"),
                WallTime.earliest(LocalDateTime.parse("2026-11-22T18:00"), WallTime.BEIJING));
    }
}
