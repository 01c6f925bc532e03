package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import packwitness.dossier.draft.Caution;
import packwitness.dossier.draft.Paragraph;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;

/** The sentences of the paper, and one of them in the owner's hand. FX thread only. */
final class SentencesPane {
    private final PaperModel model;
    private final Words words;
    private final ListView<Paragraph> list = new ListView<>();
    private final TextArea text = new TextArea();
    private final VBox cautions = new VBox(4);
    private final VBox node;

    SentencesPane(PaperModel model, Words words) {
        this.model = model;
        this.words = words;
        list.setId("sentences");
        list.getStyleClass().add("paragraphs");
        list.setCellFactory(view -> new Line());
        list.accessibleTextProperty().bind(words.text("ui.sentences"));
        list.setPlaceholder(Panes.paragraph(words.text("ui.paper.opening"), "quiet"));
        list.getSelectionModel().selectedItemProperty().subscribe(now -> edit(now));
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() != KeyCode.ENTER || text.isDisabled()) return;
                    text.requestFocus();
                    text.end();
                    e.consume();
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(80);
        text.setId("sentence");
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setMinHeight(72);
        text.accessibleTextProperty().bind(words.text("ui.sentence"));
        text.promptTextProperty().bind(words.text("ui.sentence.prompt"));
        // A text area keeps Tab for itself: whoever works by keyboard would never get out of it.
        text.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) keep();
                    else if (e.getCode() == KeyCode.TAB)
                        text.requestFocusTraversal(
                                e.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                    else return;
                    e.consume();
                });
        TextField why = new TextField();
        why.setId("sentence-why");
        why.promptTextProperty().bind(words.text("ui.sentence.why"));
        why.accessibleTextProperty().bind(words.text("ui.sentence.why"));
        why.textProperty().bindBidirectional(model.reason());
        node =
                new VBox(
                        8,
                        Panes.paragraph(words.text(this::title, model.draft()), "quiet"),
                        list,
                        text,
                        cautions,
                        buttons(why));
        model.draft().subscribe(now -> fill());
        words.lang()
                .subscribe(now -> {
                    list.refresh();
                    edit(list.getSelectionModel().getSelectedItem());
                });
    }

    VBox node() {
        return node;
    }

    /** Puts the focus on the sentences, the first one in hand where none is. */
    void focus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
    }

    private String title() {
        return model.draft()
                .get()
                .map(draft ->
                        words.say(
                                "ui.sentences.count",
                                draft.paragraphs().size(),
                                draft.changes().size()))
                .orElse(words.say("ui.sentences"));
    }

    private Node buttons(TextField why) {
        Button keep = new Button();
        keep.setId("sentence-keep");
        keep.textProperty().bind(words.text("ui.sentence.keep"));
        keep.setMinWidth(Button.USE_PREF_SIZE);
        keep.setOnAction(e -> keep());
        keep.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        Button back = new Button();
        back.setId("sentence-back");
        back.textProperty().bind(words.text("ui.sentence.back"));
        back.setMinWidth(Button.USE_PREF_SIZE);
        back.setOnAction(e -> {
            Paragraph now = list.getSelectionModel().getSelectedItem();
            if (now != null) model.reset(now);
        });
        back.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(now -> !now.changed())
                                .orElse(true));
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMinWidth(80);
        HBox row = new HBox(8, why, keep, back);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void keep() {
        Paragraph now = list.getSelectionModel().getSelectedItem();
        if (now != null) model.change(now, text.getText());
    }

    private void fill() {
        Paragraph before = list.getSelectionModel().getSelectedItem();
        list.getItems()
                .setAll(model.draft().get().map(d -> d.paragraphs()).orElse(java.util.List.of()));
        if (before == null) return;
        for (Paragraph one : list.getItems())
            if (one.id().equals(before.id())) list.getSelectionModel().select(one);
    }

    private void edit(@Nullable Paragraph paragraph) {
        cautions.getChildren().clear();
        text.setDisable(paragraph == null);
        text.setText(paragraph == null ? "" : paragraph.text());
        if (paragraph == null) return;
        for (Caution caution : paragraph.cautions())
            cautions.getChildren()
                    .add(
                            Working.notice(
                                    Mark.ATTENTION, words.say(caution.key(), caution.detail())));
    }

    private final class Line extends ListCell<Paragraph> {
        private final StateBadge badge = StateBadge.bare();
        private final Label part = new Label();
        private final Label said = new Label();
        private final HBox head = new HBox(6, badge.node(), part);
        private final VBox box = new VBox(2, head, said);

        Line() {
            part.getStyleClass().add("paragraph-part");
            head.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Paragraph paragraph, boolean empty) {
            super.updateItem(paragraph, empty);
            if (empty || paragraph == null) {
                setGraphic(null);
                return;
            }
            boolean shown = paragraph.changed();
            badge.node().setVisible(shown);
            badge.node().setManaged(shown);
            badge.show(Mark.ATTENTION);
            part.setText(
                    words.say(
                            shown ? "ui.sentence.changed" : "ui.sentence.part",
                            paragraph.part(),
                            words.list(paragraph.exhibits())));
            said.setText(
                    paragraph.text().isEmpty()
                            ? words.say("ui.sentence.struck")
                            : paragraph.text());
            setAccessibleText(part.getText() + " " + said.getText());
            setGraphic(box);
        }
    }
}
