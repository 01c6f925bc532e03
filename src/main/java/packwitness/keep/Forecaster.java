package packwitness.keep;

import packwitness.storage.Transaction;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;

/** Walks day by day into the future with what is recorded and what the rules let go. */
final class Forecaster {
    private static final int PACE_DAYS = 14;
    private static final int FARTHEST_DAYS = 5 * 365;
    private static final String PLACE = "videos";

    private final Disk disk;
    private final RetentionRules rules;
    private final Instant now;
    private final ZoneId zone;
    private final TreeMap<LocalDate, Long> leavesOn = new TreeMap<>();
    private long standing;
    private long held;
    private long recent;
    private LocalDate oldestRecent = LocalDate.MAX;

    Forecaster(Disk disk, RetentionRules rules, Instant now, ZoneId zone) {
        this.disk = disk;
        this.rules = rules;
        this.now = now;
        this.zone = zone;
    }

    Forecast forecast(Transaction tx) throws SQLException, IOException {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Candidates.videos(tx, video -> see(video, today));
        long waiting = 0;
        for (Removal removal : RemovalTable.in(tx, RemovalState.QUARANTINED)) {
            if (removal.kind() != Kind.VIDEO) continue;
            waiting += removal.bytes();
            LocalDate due =
                    LocalDate.ofInstant(removal.movedAt().orElse(now), zone)
                            .plusDays(rules.quarantineDays());
            leavesOn.merge(due.isBefore(today) ? today : due, removal.bytes(), Long::sum);
        }
        long pace = pace(today);
        long free = disk.free(PLACE);
        return new Forecast(
                free,
                standing,
                waiting,
                held,
                pace,
                fullOn(today, free, pace, false),
                fullOn(today, free, pace, true));
    }

    private void see(Candidates.Video video, LocalDate today) {
        standing += video.bytes();
        LocalDate day = LocalDate.ofInstant(video.at(), zone);
        if (day.isAfter(today.minusDays(PACE_DAYS))) {
            recent += video.bytes();
            if (day.isBefore(oldestRecent)) oldestRecent = day;
        }
        if (video.held()) {
            held += video.bytes();
        } else if (rules.videoDays() > 0) {
            LocalDate gone = day.plusDays(rules.videoDays() + rules.quarantineDays());
            leavesOn.merge(gone.isBefore(today) ? today : gone, video.bytes(), Long::sum);
        }
    }

    /** A shop that began three days ago has a pace of three days, not of two weeks. */
    private long pace(LocalDate today) {
        if (recent == 0) return 0;
        long days = oldestRecent.until(today, java.time.temporal.ChronoUnit.DAYS) + 1;
        return recent / Math.max(1, Math.min(PACE_DAYS, days));
    }

    private Optional<LocalDate> fullOn(LocalDate today, long free, long pace, boolean withRules) {
        if (pace <= 0) return Optional.empty();
        long left = free;
        for (int i = 0; i < FARTHEST_DAYS; i++) {
            LocalDate day = today.plusDays(i);
            if (withRules) {
                left += leavesOn.getOrDefault(day, 0L);
                // What is recorded from now on leaves as well, once it is old enough.
                if (rules.videoDays() > 0 && i > rules.videoDays() + rules.quarantineDays())
                    left += pace;
            }
            left -= pace;
            if (left <= 0) return Optional.of(day);
        }
        return Optional.empty();
    }
}
