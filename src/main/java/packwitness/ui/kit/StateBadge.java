package packwitness.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** A small pill with the shape, colour and word of a state. */
public final class StateBadge {
    private final HBox node = new HBox(6);
    private final SVGPath shape = new SVGPath();
    private final Label word = new Label();

    public StateBadge() {
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("badge-shape");
        shape.setScaleX(0.55);
        shape.setScaleY(0.55);
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        node.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        javafx.scene.layout.StackPane holder = new javafx.scene.layout.StackPane(shape);
        holder.setMinSize(14, 14);
        holder.setMaxSize(14, 14);
        node.getChildren().addAll(holder, word);
        show(Mark.OFF);
    }

    public HBox node() {
        return node;
    }

    public void show(Mark mark) {
        node.getStyleClass().setAll("badge", mark.style());
        shape.setContent(mark.outline());
    }

    public void show(Mark mark, String text) {
        word.textProperty().unbind();
        show(mark);
        word.setText(text);
    }

    /** Shows the state and its word as they change. */
    public StateBadge follow(ObservableValue<Mark> mark, ObservableValue<String> text) {
        word.textProperty().bind(text);
        mark.subscribe(now -> show(now));
        return this;
    }
}
