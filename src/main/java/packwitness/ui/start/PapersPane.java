package packwitness.ui.start;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.Optional;

/** The step that prints what hangs on the wall: control codes, badges, notice. FX thread only. */
final class PapersPane {
    private final Words words;
    private final VBox node = new VBox();

    PapersPane(StartViewModel model, Words words, Outside outside) {
        this.words = words;
        node.getStyleClass().add("start-block");
        GridPane form = new GridPane(12, 8);
        field(form, 0, "start.papers.shop", "start-shop", model.shop());
        field(form, 1, "start.papers.contact", "start-contact", model.contact());
        field(form, 2, "start.papers.badges", "start-badges", model.badges());
        Button notice = button("start-notice", Feather.FILE_TEXT, "start.papers.make-notice");
        notice.setOnAction(e -> model.makeNotice());
        Button sheet = button("start-sheet", Feather.GRID, "start.papers.make-sheet");
        sheet.setOnAction(e -> model.makeSheet());
        Label made =
                Panes.paragraph(
                        words.text(
                                () ->
                                        model.paper()
                                                .get()
                                                .map(file -> words.say("start.papers.made", file))
                                                .orElse(""),
                                model.paper()),
                        "good");
        made.setId("start-paper");
        node.getChildren()
                .addAll(
                        Panes.paragraph(words.text("start.papers.lesson")),
                        form,
                        new HBox(8, notice, sheet),
                        Panes.only(made, model.paper().map(Optional::isPresent)),
                        Panes.paragraph(words.text("start.papers.lawyer"), "quiet"));
        model.paper().subscribe((before, now) -> now.ifPresent(outside::open));
    }

    Node node() {
        return node;
    }

    private Button button(String id, Feather icon, String key) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.textProperty().bind(words.text(key));
        return button;
    }

    private void field(
            GridPane form,
            int row,
            String key,
            String id,
            javafx.beans.property.StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(24);
        field.textProperty().bindBidirectional(value);
        Label name = Panes.label(words.text(key));
        name.setLabelFor(field);
        form.addRow(row, name, field);
    }
}
