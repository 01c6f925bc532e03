package packwitness.dossier.paper;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened, with the exhibits that show it; at least one.
 *
 * @param text one sentence without a full stop
 * @param brief up to six characters for the drawn line on page one; empty keeps it off that line
 */
public record TimelineEvent(Instant at, String text, String brief, List<ExhibitNo> exhibits) {
    public TimelineEvent {
        exhibits = List.copyOf(exhibits);
        if (exhibits.isEmpty()) throw new IllegalArgumentException("no exhibit for: " + text);
    }
}
