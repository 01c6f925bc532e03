package packwitness.dossier.paper;

import packwitness.value.Beijing;
import packwitness.value.Lang;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as they are printed, always in Beijing time: days and prose by language, the rest alike.
 */
public final class Times {
    private static final DateTimeFormatter STAMP = format("yyyy-MM-dd HH:mm:ss", Lang.ZH);
    private static final DateTimeFormatter FINE = format("yyyy-MM-dd HH:mm:ss.SSS", Lang.ZH);
    private static final DateTimeFormatter CLOCK = format("HH:mm:ss", Lang.ZH);
    private static final DateTimeFormatter SHORT_DAY = format("yyyy-MM-dd", Lang.ZH);
    private static final Times CHINESE =
            new Times(
                    format("yyyy年M月d日", Lang.ZH),
                    format("yyyy年M月d日 HH:mm", Lang.ZH),
                    format("yyyy年M月d日 HH:mm:ss", Lang.ZH));
    private static final Times ENGLISH =
            new Times(
                    format("d MMMM yyyy", Lang.EN),
                    format("d MMMM yyyy HH:mm", Lang.EN),
                    format("d MMMM yyyy HH:mm:ss", Lang.EN));

    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter prose;

    private Times(DateTimeFormatter day, DateTimeFormatter minute, DateTimeFormatter prose) {
        this.day = day;
        this.minute = minute;
        this.prose = prose;
    }

    private static DateTimeFormatter format(String pattern, Lang lang) {
        return DateTimeFormatter.ofPattern(
                pattern, lang == Lang.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** Returns the words of this language. */
    public static Times in(Lang lang) {
        return lang == Lang.ZH ? CHINESE : ENGLISH;
    }

    public String prose(Instant at) {
        return prose.format(at.atZone(Beijing.TIME));
    }

    public String day(Instant at) {
        return day.format(at.atZone(Beijing.TIME));
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public String due(DueDate date) {
        return (date.wholeDay() ? day : minute).format(date.due().atZone(Beijing.TIME));
    }

    public static String stamp(Instant at) {
        return STAMP.format(at.atZone(Beijing.TIME));
    }

    public static String fine(Instant at) {
        return FINE.format(at.atZone(Beijing.TIME));
    }

    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(Beijing.TIME));
    }

    public static String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(Beijing.TIME));
    }

    /** Returns minutes, seconds and milliseconds, such as {@code 01:02.345}. */
    public static String length(Duration length) {
        return "%02d:%02d.%03d"
                .formatted(length.toMinutes(), length.toSecondsPart(), length.toMillisPart());
    }
}
