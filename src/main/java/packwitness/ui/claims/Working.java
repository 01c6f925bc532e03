package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;

/** Small rows that the sheets of a case share. */
final class Working {
    private static final double SPINNER = 26;

    private Working() {}

    /** Returns a spinner with the sentence of what is under way. */
    static Node row(String text) {
        ProgressIndicator progress = new ProgressIndicator();
        progress.setMinSize(SPINNER, SPINNER);
        progress.setPrefSize(SPINNER, SPINNER);
        HBox row = new HBox(12, progress, Panes.paragraph(text));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Returns a sentence behind its sign. */
    static Node notice(Mark mark, String text) {
        StateBadge badge = StateBadge.bare();
        badge.show(mark);
        var said = Panes.paragraph(text);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(8, badge.node(), said);
        row.getStyleClass().add("notice");
        return row;
    }
}
