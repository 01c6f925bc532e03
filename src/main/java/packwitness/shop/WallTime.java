package packwitness.shop;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Turns what stands on a clock on the wall into a moment; pure. */
public final class WallTime {
    /** Days of the law and of the platforms here are days in China. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private WallTime() {}

    /**
     * Returns the moment of this time in the zone. Where the clocks are put back, it stands there
     * twice: the earlier moment is meant, for a deadline must not be missed. Where they are put
     * forward, it never stands there: the moment of the change is meant.
     */
    public static Instant earliest(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change != null && change.isGap()) return change.getInstant();
        return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
