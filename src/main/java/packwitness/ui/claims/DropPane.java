package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.claim.FileRole;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.io.File;

/** Where files are dropped or chosen, and whose they are. FX thread only. */
final class DropPane {
    private final ClaimsViewModel model;
    private final Words words;
    private final Outside outside;
    private final VBox node = new VBox(10);

    DropPane(ClaimsViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        HBox lesson =
                new HBox(
                        10,
                        Panes.icon(Feather.DOWNLOAD),
                        Panes.paragraph(words.text("ui.drop.lesson"), "drop-lesson"));
        lesson.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(lesson, row());
        node.setId("drop-zone");
        node.getStyleClass().add("drop-zone");
    }

    Node node() {
        return node;
    }

    /** Lets files be dropped anywhere on this place; the zone shows that it takes them. */
    void takesDropsOn(Node place) {
        place.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        place.setOnDragEntered(e -> node.getStyleClass().add("drop-here"));
        place.setOnDragExited(e -> node.getStyleClass().remove("drop-here"));
        place.setOnDragDropped(e -> {
            boolean files = e.getDragboard().hasFiles();
            if (files) {
                model.tab().set(CaseTab.PICTURES);
                model.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            e.setDropCompleted(files);
            e.consume();
        });
    }

    /** Lets the user choose files as if they had been dropped. */
    void choose() {
        model.add(outside.chooseFiles(words.say("ui.drop.title")));
    }

    private Node row() {
        ToggleGroup group = new ToggleGroup();
        HBox roles = new HBox();
        for (FileRole role : FileRole.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("role-" + role);
            button.textProperty().bind(words.text("ui.role." + role));
            button.setToggleGroup(group);
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            role == FileRole.BUYER
                                    ? "left-pill"
                                    : role == FileRole.CHAT ? "right-pill" : "center-pill");
            button.setOnAction(e -> {
                button.setSelected(true);
                model.role().set(role);
            });
            model.role().subscribe(now -> button.setSelected(now == role));
            roles.getChildren().add(button);
        }
        TextField how = new TextField();
        how.setId("obtained");
        how.promptTextProperty().bind(words.text("ui.drop.how"));
        how.accessibleTextProperty().bind(words.text("ui.drop.how"));
        how.textProperty().bindBidirectional(model.obtained());
        HBox.setHgrow(how, Priority.ALWAYS);
        Button choose = new Button("", Panes.icon(Feather.FOLDER));
        choose.setId("choose-picture");
        choose.textProperty().bind(words.text("ui.drop.choose"));
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(e -> choose());
        HBox row = new HBox(8, roles, how, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
