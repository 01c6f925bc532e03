package packwitness.dossier.paper;

import packwitness.value.Beijing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are printed, always in Beijing time. */
public final class Times {
    private static final DateTimeFormatter STAMP = format("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter FINE = format("yyyy-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter PROSE = format("yyyy年M月d日 HH:mm:ss");
    private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
    private static final DateTimeFormatter DAY = format("yyyy年M月d日");
    private static final DateTimeFormatter SHORT_DAY = format("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = format("yyyy年M月d日 HH:mm");

    private Times() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.SIMPLIFIED_CHINESE);
    }

    public static String stamp(Instant at) {
        return STAMP.format(at.atZone(Beijing.TIME));
    }

    public static String fine(Instant at) {
        return FINE.format(at.atZone(Beijing.TIME));
    }

    public static String prose(Instant at) {
        return PROSE.format(at.atZone(Beijing.TIME));
    }

    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(Beijing.TIME));
    }

    public static String day(Instant at) {
        return DAY.format(at.atZone(Beijing.TIME));
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(Beijing.TIME));
    }

    public static String due(DueDate date) {
        return date.wholeDay()
                ? DAY.format(date.due().atZone(Beijing.TIME))
                : MINUTE.format(date.due().atZone(Beijing.TIME));
    }

    /** Returns minutes, seconds and milliseconds, such as {@code 01:02.345}. */
    public static String length(Duration length) {
        return "%02d:%02d.%03d"
                .formatted(length.toMinutes(), length.toSecondsPart(), length.toMillisPart());
    }
}
