package packwitness.ui.claims;

import javafx.beans.value.ObservableValue;

/**
 * Draws a sheet when it is looked at and something has changed since: what nobody sees costs
 * nothing. FX thread only.
 */
final class WhenSeen {
    private final Runnable draw;
    private boolean seen;
    private boolean stale = true;

    WhenSeen(ObservableValue<CaseTab> tab, CaseTab mine, Runnable draw) {
        this.draw = draw;
        tab.subscribe(now -> {
            seen = now == mine;
            look();
        });
    }

    /** Says that what the sheet shows has changed. */
    void stale() {
        stale = true;
        look();
    }

    private void look() {
        if (!seen || !stale) return;
        stale = false;
        draw.run();
    }
}
