package packwitness.ui.keep;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.keep.RetentionRules;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The rules of keeping, each with a field; nothing holds before it is saved. FX thread only. */
final class RulesPane {
    private static final double FIELD = 96;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final KeepViewModel model;
    private final Words words;
    private final Map<RuleEntry, TextField> fields = new EnumMap<>(RuleEntry.class);
    private final CheckBox nightly = new CheckBox();
    private final Button save = new Button("", Panes.icon(Feather.CHECK));
    private final VBox node = new VBox(10);
    private Optional<RetentionRules> shown = Optional.empty();

    RulesPane(KeepViewModel model, Words words) {
        this.model = model;
        this.words = words;
        GridPane grid = new GridPane(10, 6);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, new ColumnConstraints(), new ColumnConstraints());
        for (RuleEntry entry : RuleEntry.values()) grid.addRow(entry.ordinal(), row(entry));
        nightly.setId("rule-nightly");
        nightly.textProperty().bind(words.text("ui.keep.rule.nightly"));
        nightly.setOnAction(e -> judge());
        save.setId("keep-rules-save");
        save.textProperty().bind(words.text("ui.keep.rules.save"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setDisable(true);
        save.setOnAction(e -> typed().ifPresent(model::rules));
        node.getChildren()
                .addAll(
                        grid,
                        nightly,
                        Panes.paragraph(words.text("ui.keep.rules.lesson"), "quiet"),
                        save);
        model.page().subscribe(now -> now.ifPresent(page -> show(page.rules())));
    }

    Node node() {
        return node;
    }

    private Node[] row(RuleEntry entry) {
        TextField field = new TextField();
        field.setId("rule-" + entry);
        field.setPrefWidth(FIELD);
        field.setMaxWidth(FIELD);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.textProperty().subscribe((before, now) -> judge());
        field.setOnAction(e -> save.fire());
        Label name = Panes.paragraph(words.text("ui.keep.rule." + entry));
        name.setLabelFor(field);
        Label unit = Panes.label(words.text("ui.keep.unit." + entry.unit), "quiet");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        field.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> name.getText() + " " + unit.getText(),
                                name.textProperty(),
                                unit.textProperty()));
        fields.put(entry, field);
        return new Node[] {name, field, unit};
    }

    /** What is being typed is not taken away by a look at the disk. */
    private void show(RetentionRules rules) {
        boolean touched = shown.isPresent() && !typed().equals(shown);
        shown = Optional.of(rules);
        if (touched) {
            judge();
            return;
        }
        for (RuleEntry entry : RuleEntry.values())
            field(entry).setText(entry.show(rules.values().getOrDefault(entry.rule, 0L)));
        nightly.setSelected(rules.nightly());
        judge();
    }

    private void judge() {
        for (RuleEntry entry : RuleEntry.values()) {
            if (!fields.containsKey(entry)) return;
            TextField field = field(entry);
            field.pseudoClassStateChanged(WRONG, entry.read(field.getText()).isEmpty());
        }
        Optional<RetentionRules> typed = typed();
        save.setDisable(shown.isEmpty() || typed.isEmpty() || typed.equals(shown));
    }

    private Optional<RetentionRules> typed() {
        Map<String, Long> values = new HashMap<>();
        for (RuleEntry entry : RuleEntry.values()) {
            String text = field(entry).getText();
            long before = shown.map(r -> r.values().getOrDefault(entry.rule, 0L)).orElse(0L);
            // A size that stands there rounded is not changed by being shown.
            OptionalLong value =
                    text.equals(entry.show(before)) ? OptionalLong.of(before) : entry.read(text);
            if (value.isEmpty()) return Optional.empty();
            values.put(entry.rule, value.getAsLong());
        }
        values.put("nightly", nightly.isSelected() ? 1L : 0L);
        return Optional.of(RetentionRules.of(values));
    }

    private TextField field(RuleEntry entry) {
        TextField field = fields.get(entry);
        if (field == null) throw new IllegalStateException("no field yet: " + entry);
        return field;
    }
}
