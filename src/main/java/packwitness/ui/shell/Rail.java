package packwitness.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The places of the window, one below the other. FX thread only. */
final class Rail {
    /** Below this height of the window the places stand closer: none is cut off. */
    private static final double ROOMY = 540;

    private static final String TIGHT = "rail-tight";

    private final VBox node = new VBox();
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

    Rail(Words words, Consumer<Place> go) {
        node.getStyleClass().add("rail");
        node.heightProperty()
                .subscribe(height -> {
                    node.getStyleClass().remove(TIGHT);
                    if (height.doubleValue() < ROOMY) node.getStyleClass().add(TIGHT);
                });
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            ToggleButton button = new ToggleButton("", Panes.icon(place.icon));
            button.setId("go-" + place);
            button.textProperty().bind(words.text(place.key()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setFocusTraversable(false);
            button.getStyleClass().setAll("rail-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(e -> {
                button.setSelected(true);
                go.accept(place);
            });
            buttons.put(place, button);
            node.getChildren().add(button);
        }
    }

    Node node() {
        return node;
    }

    void select(Place place) {
        Objects.requireNonNull(buttons.get(place), "every place has its button").setSelected(true);
    }
}
