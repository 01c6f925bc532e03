package packwitness.ui.claims;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A point in time as people type it, {@code 2026-11-22 18:00}. */
final class Minute {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Minute() {}

    static String say(Instant at, ZoneId zone) {
        return FORM.format(at.atZone(zone));
    }

    /** Returns the time, empty where the text is none yet. */
    static Optional<Instant> read(String typed, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip(), FORM).atZone(zone).toInstant());
        } catch (DateTimeParseException notYet) {
            return Optional.empty();
        }
    }
}
