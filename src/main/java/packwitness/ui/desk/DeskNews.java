package packwitness.ui.desk;

import java.time.Instant;

/** Something that happened at the table; {@code what} is the key of its sentence. */
public record DeskNews(Kind kind, Instant at, String subject) {
    /** What can happen at the table without a scan. */
    public enum Kind {
        STARTED,
        SEALED,
        DAMAGED,
        RECOVERED,
        SEEN,
        ALARM,
        ALARM_OVER
    }
}
