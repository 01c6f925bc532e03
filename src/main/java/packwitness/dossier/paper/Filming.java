package packwitness.dossier.paper;

import java.util.List;

/** What the packing table saw, and the order of events around it. */
public record Filming(List<Footage> footage, List<Still> stills, List<TimelineEvent> events) {
    public Filming {
        footage = List.copyOf(footage);
        stills = List.copyOf(stills);
        events = List.copyOf(events);
    }
}
