package packwitness.ui.kit;

import packwitness.value.Lang;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Points in time and lengths as people at the table read them. */
public final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Returns the time of the day: 14:03:22. */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** Returns day and minute: 2026-11-22 14:03. */
    public String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** Returns day and second: 2026-11-22 14:03:22. */
    public String second(Instant at) {
        return SECOND.format(at.atZone(zone));
    }

    /** Returns day of the year and minute as the language writes them. */
    public String day(Instant at, Lang lang) {
        return (lang == Lang.ZH ? DAY_ZH : DAY_EN.withLocale(lang.locale()))
                .format(at.atZone(zone));
    }

    /** Returns 1:04 or 1:02:33. */
    public static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        long hours = seconds / 3600;
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** Returns 0:04.36, for stepping through frames. */
    public static String exact(Duration length) {
        return length(length) + ".%02d".formatted(length.toMillis() % 1000 / 10);
    }
}
