package packwitness.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** A small pill with the shape, colour and word of a state. FX thread only. */
public final class StateBadge {
    private static final double SHAPE = 0.55;
    private static final double PLACE = 14;

    private final HBox node = new HBox(6);
    private final SVGPath shape = new SVGPath();
    private final Label word = new Label();
    private final String style;

    /** Makes a pill. */
    public StateBadge() {
        this("badge");
    }

    private StateBadge(String style) {
        this.style = style;
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("badge-shape");
        shape.setScaleX(SHAPE);
        shape.setScaleY(SHAPE);
        StackPane place = new StackPane(shape);
        place.setMinSize(PLACE, PLACE);
        place.setMaxSize(PLACE, PLACE);
        word.setMinWidth(Region.USE_PREF_SIZE);
        Panes.only(word, word.textProperty().isNotEmpty());
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinWidth(Region.USE_PREF_SIZE);
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        node.getChildren().addAll(place, word);
        show(Mark.OFF);
    }

    /** Makes the shape alone, for lines of text. */
    public static StateBadge bare() {
        return new StateBadge("badge-bare");
    }

    /** Makes a pill for headings. */
    public static StateBadge large() {
        return new StateBadge("badge-large");
    }

    public HBox node() {
        return node;
    }

    public void show(Mark mark) {
        node.getStyleClass().setAll(style, mark.style());
        shape.setContent(mark.outline());
    }

    public void show(Mark mark, String text) {
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
