package packwitness.ui.keep;

import packwitness.keep.Backup;
import packwitness.keep.Forecast;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionRules;

import java.util.List;

/** What the screen shows when it is opened. */
public record KeepPage(
        RetentionRules rules, Forecast forecast, RetentionPlan plan, List<Backup.Place> places) {
    public KeepPage {
        places = List.copyOf(places);
    }
}
