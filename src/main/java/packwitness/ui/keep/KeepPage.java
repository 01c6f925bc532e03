package packwitness.ui.keep;

import packwitness.keep.Backup;
import packwitness.keep.Forecast;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionRules;
import packwitness.keep.RunNote;
import packwitness.keep.Waiting;

import java.util.List;

/**
 * What the screen shows when it is opened.
 *
 * @param waiting parcels of which files are in quarantine
 * @param notes what the last runs did, the newest first
 */
public record KeepPage(
        RetentionRules rules,
        Forecast forecast,
        RetentionPlan plan,
        List<Waiting> waiting,
        List<RunNote> notes,
        List<Place> places) {
    public KeepPage {
        waiting = List.copyOf(waiting);
        notes = List.copyOf(notes);
        places = List.copyOf(places);
    }

    /**
     * A folder that this vault was copied to.
     *
     * @param there whether it can be reached now
     */
    record Place(Backup.Place backup, boolean there) {}
}
