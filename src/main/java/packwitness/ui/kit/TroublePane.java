package packwitness.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.text.Explanation;

/**
 * Trouble where it happened, not in a dialog: what, what is safe, what to do, and the code; takes
 * no room while there is none. FX thread only.
 */
public final class TroublePane {
    private final HBox node = new HBox(12);
    private final Words words;
    private final Label what = part("trouble-what");
    private final Label safe = part("trouble-safe");
    private final Label todo = part("trouble-todo");
    private final Label code = part("trouble-code");
    private final ObjectProperty<@Nullable Exception> shown = new SimpleObjectProperty<>();

    public TroublePane(Words words) {
        this.words = words;
        Button close = new Button("", Panes.icon(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setOnAction(e -> shown.set(null));
        VBox texts = new VBox(4, what, safe, todo, code);
        HBox.setHgrow(texts, Priority.ALWAYS);
        node.getStyleClass().add("trouble");
        node.setAlignment(Pos.TOP_LEFT);
        node.getChildren().addAll(Panes.icon(Feather.ALERT_TRIANGLE), texts, close);
        shown.subscribe(now -> tell(now));
        words.lang().subscribe(() -> tell(shown.get()));
    }

    public HBox node() {
        return node;
    }

    /** The trouble to be told, or null for none; a view model's property is bound to it. */
    public ObjectProperty<@Nullable Exception> shown() {
        return shown;
    }

    private void tell(@Nullable Exception e) {
        node.setVisible(e != null);
        node.setManaged(e != null);
        if (e == null) return;
        Explanation trouble = words.explain(e);
        what.setText(trouble.what());
        safe.setText(trouble.safe());
        todo.setText(trouble.todo());
        code.setText(words.say("ui.trouble.code", trouble.code()));
    }

    private static Label part(String style) {
        return Panes.paragraph("", style);
    }
}
