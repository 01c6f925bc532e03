package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.Optional;

/** Two pictures over the whole workspace. FX thread only. */
final class LargePane {
    private final VBox node = new VBox(8);

    LargePane(ClaimsViewModel model, Words words) {
        node.setId("large");
        node.getStyleClass().add("large-stage");
        Panes.only(node, model.enlarged().map(Optional::isPresent));
        model.enlarged()
                .subscribe(now -> {
                    node.getChildren().clear();
                    now.ifPresent(pair -> {
                        PictureStage stage = new PictureStage(pair, words, true);
                        VBox.setVgrow(stage.node(), Priority.ALWAYS);
                        node.getChildren().addAll(head(model, words), stage.node());
                        stage.focus();
                    });
                });
        node.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() != KeyCode.ESCAPE) return;
                    model.enlarge(null);
                    e.consume();
                });
    }

    Node node() {
        return node;
    }

    private static Node head(ClaimsViewModel model, Words words) {
        Button close = new Button("", Panes.icon(Feather.X));
        close.setId("large-close");
        close.textProperty().bind(words.text("ui.stage.close"));
        close.setMinWidth(Button.USE_PREF_SIZE);
        close.setOnAction(e -> model.enlarge(null));
        var keys = Panes.paragraph(words.text("ui.stage.keys"), "quiet");
        keys.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(keys, Priority.ALWAYS);
        HBox head = new HBox(12, keys, close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }
}
