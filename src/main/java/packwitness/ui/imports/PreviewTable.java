package packwitness.ui.imports;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import packwitness.orders.Field;
import packwitness.orders.ImportPreview;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first rows of a file; above each column stands what it is taken for. FX thread only. */
final class PreviewTable {
    private static final double WIDTH = 190;

    private final TableView<List<String>> table = new TableView<>();
    private final ImportsViewModel model;
    private final Words words;

    PreviewTable(ImportsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        table.setId("import-preview");
        table.setSelectionModel(null);
        Panes.only(table, model.preview().map(Optional::isPresent));
        model.preview().subscribe(now -> fill(now));
        words.lang().subscribe(now -> fill(model.preview().get()));
    }

    TableView<List<String>> node() {
        return table;
    }

    private void fill(Optional<ImportPreview> now) {
        table.getColumns().clear();
        table.getItems().clear();
        if (now.isEmpty()) return;
        List<ImportPreview.Heading> headings = now.get().headings();
        for (int i = 0; i < headings.size(); i++)
            if (!headings.get(i).name().isEmpty())
                table.getColumns().add(column(i, headings.get(i)));
        table.getItems().addAll(now.get().sample());
    }

    private TableColumn<List<String>, String> column(int at, ImportPreview.Heading heading) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        column.setSortable(false);
        column.setPrefWidth(WIDTH);
        column.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(
                        at < row.getValue().size() ? row.getValue().get(at) : ""));
        Label name = new Label(heading.name());
        if (heading.field().isEmpty()) {
            name.getStyleClass().add("quiet");
            column.getStyleClass().add("import-unmatched");
        }
        column.setGraphic(new VBox(4, name, chooser(heading)));
        return column;
    }

    private ComboBox<Optional<Field>> chooser(ImportPreview.Heading heading) {
        List<Optional<Field>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (Field field : Field.values()) all.add(Optional.of(field));
        ComboBox<Optional<Field>> chooser = new ComboBox<>();
        chooser.getItems().addAll(all);
        chooser.setValue(heading.field());
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setAccessibleText(heading.name());
        chooser.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<Field> field) {
                        return field == null || field.isEmpty()
                                ? words.say("ui.imports.skip")
                                : words.say("orders.field." + field.get());
                    }

                    @Override
                    public Optional<Field> fromString(String text) {
                        return Optional.empty();
                    }
                });
        chooser.setOnAction(e -> model.map(heading.name(), chooser.getValue()));
        return chooser;
    }
}
