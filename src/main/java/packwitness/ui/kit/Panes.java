package packwitness.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts that all screens are laid out with. */
public final class Panes {
    private Panes() {}

    /** Returns a label whose text follows. */
    public static Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Returns a label that breaks its lines. */
    public static Label paragraph(ObservableValue<String> text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        // Otherwise a paragraph in a tight column is cut with dots instead of growing.
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Returns a label that breaks its lines, with a fixed text. */
    public static Label paragraph(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static FontIcon icon(Feather feather) {
        return new FontIcon(feather);
    }

    /** Returns an elastic gap. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Shows the node, or takes it out of the layout altogether. */
    public static <N extends Node> N only(N node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        return node;
    }

    /** Returns the page that stands where nothing is yet: what it is for and how to begin. */
    public static VBox empty(
            Feather feather,
            ObservableValue<String> title,
            ObservableValue<String> lesson,
            Node... more) {
        VBox box =
                new VBox(
                        12,
                        icon(feather),
                        label(title, "empty-title"),
                        paragraph(lesson, "empty-lesson"));
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        box.getChildren().addAll(more);
        return box;
    }
}
