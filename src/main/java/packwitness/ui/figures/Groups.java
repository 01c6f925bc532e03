package packwitness.ui.figures;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import packwitness.claim.ClaimStatistics.Group;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.function.UnaryOperator;

/** Tables of how groups of claims ended, the largest group first. */
final class Groups {
    private static final int MOST = 8;
    private static final List<String> COLUMNS =
            List.of("claims", "won", "lost", "withdrawn", "open", "claimed", "recovered");
    private static final double NUMBER = 84;

    private final Words words;

    Groups(Words words) {
        this.words = words;
    }

    Node of(String id, List<Group> groups, UnaryOperator<String> name) {
        if (groups.isEmpty()) return Panes.paragraph(words.say("ui.figures.group.none"), "quiet");
        GridPane grid = new GridPane(12, 6);
        grid.setId(id);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        int column = 1;
        for (String title : COLUMNS) {
            ColumnConstraints numbers = new ColumnConstraints(NUMBER);
            numbers.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(numbers);
            Label head = new Label(words.say("ui.figures.group." + title));
            head.getStyleClass().add("fact-name");
            grid.add(head, column++, 0);
        }
        int row = 1;
        for (Group group : groups.stream().limit(MOST).toList()) row(grid, row++, group, name);
        if (groups.size() > MOST)
            grid.add(
                    Panes.paragraph(
                            words.say("ui.figures.group.more", groups.size() - MOST), "quiet"),
                    0,
                    row);
        return grid;
    }

    private void row(GridPane grid, int row, Group group, UnaryOperator<String> name) {
        grid.add(Panes.paragraph(name.apply(group.name())), 0, row);
        List<String> values =
                List.of(
                        String.valueOf(group.claims()),
                        String.valueOf(group.won()),
                        String.valueOf(group.lost()),
                        String.valueOf(group.withdrawn()),
                        String.valueOf(group.open()),
                        "¥" + group.claimed().yuan(),
                        "¥" + group.recovered().yuan());
        int column = 1;
        for (String value : values) grid.add(new Label(value), column++, row);
    }
}
