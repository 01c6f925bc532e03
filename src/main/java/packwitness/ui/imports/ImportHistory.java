package packwitness.ui.imports;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.orders.ImportRecord;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

/** The earlier imports, each of which can be taken back. FX thread only. */
final class ImportHistory {
    private final ImportsViewModel model;
    private final Words words;
    private final Times times;
    private final VBox rows = new VBox(12);
    private final VBox node;

    ImportHistory(ImportsViewModel model, Words words, Times times) {
        this.model = model;
        this.words = words;
        this.times = times;
        node = new VBox(14, Panes.label(words.text("ui.imports.history"), "section"), rows);
        model.history().addListener((ListChangeListener<ImportRecord>) change -> fill());
        words.lang().subscribe(now -> fill());
    }

    Node node() {
        return node;
    }

    private void fill() {
        rows.getChildren().clear();
        for (ImportRecord record : model.history()) rows.getChildren().add(row(record));
        if (model.history().isEmpty())
            rows.getChildren().add(Panes.paragraph(words.say("ui.imports.none"), "quiet"));
    }

    private Node row(ImportRecord record) {
        VBox box =
                new VBox(
                        3,
                        Panes.paragraph(record.file()),
                        Panes.paragraph(
                                words.say(
                                        "ui.imports.record." + record.state(),
                                        times.minute(record.at()),
                                        record.orders(),
                                        record.made(),
                                        record.changed()),
                                "quiet"));
        if (record.state() != ImportRecord.State.UNDONE) {
            Button undo = new Button(words.say("ui.imports.undo"), Panes.icon(Feather.ROTATE_CCW));
            undo.setId("import-undo-" + record.id());
            undo.getStyleClass().addAll("small");
            undo.disableProperty().bind(model.step().map(ImportStep::writes));
            undo.setOnAction(e -> model.undo(record.id()));
            box.getChildren().add(undo);
        }
        return box;
    }
}
