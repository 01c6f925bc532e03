package packwitness.ui.kit;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/** The cheat sheet: all keys of all places, made from what is bound. FX thread only. */
public final class KeySheet {
    private static final double WIDTH = 980;
    private static final double GROUP = 290;
    private static final double HEIGHT = 620;
    private static final Map<KeyCode, String> SIGNS =
            Map.of(
                    KeyCode.LEFT, "←",
                    KeyCode.RIGHT, "→",
                    KeyCode.UP, "↑",
                    KeyCode.DOWN, "↓",
                    KeyCode.ESCAPE, "Esc",
                    KeyCode.ENTER, "Enter",
                    KeyCode.PAGE_UP, "PgUp",
                    KeyCode.PAGE_DOWN, "PgDn",
                    KeyCode.DELETE, "Del");

    private KeySheet() {}

    /** Returns the sheet of these keys; groups without keys are left out. */
    public static Region of(List<Keymap> groups, Words words) {
        FlowPane page = new FlowPane(Orientation.HORIZONTAL, 24, 20);
        page.setPrefWrapLength(WIDTH);
        for (Keymap group : groups)
            if (!group.lines().isEmpty()) page.getChildren().add(group(group, words));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox sheet =
                new VBox(
                        12,
                        Panes.label(words.text("kit.keys.title"), "page-title"),
                        Panes.paragraph(words.text("kit.keys.lesson"), "quiet"),
                        scroll);
        sheet.setId("key-sheet");
        sheet.getStyleClass().add("overlay-card");
        sheet.setMaxSize(WIDTH, HEIGHT);
        return sheet;
    }

    private static VBox group(Keymap group, Words words) {
        VBox box = new VBox(6, Panes.label(words.text(group.title()), "section"));
        box.setPrefWidth(GROUP);
        for (Keymap.Line line : group.lines()) {
            HBox caps = new HBox(4);
            caps.setAlignment(Pos.CENTER_LEFT);
            caps.setMinWidth(Region.USE_PREF_SIZE);
            for (KeyCombination key : line.keys()) {
                Label cap = new Label(name(key));
                cap.getStyleClass().add("key-cap");
                caps.getChildren().add(cap);
            }
            Label says = Panes.paragraph(words.text(line.says()));
            HBox row = new HBox(10, says, Panes.gap(), caps);
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(row);
        }
        return box;
    }

    /** Returns the key as it stands on key caps: F2, Ctrl+F, ←. */
    static String name(KeyCombination key) {
        if (!(key instanceof KeyCodeCombination code)) return key.getDisplayText();
        String sign = SIGNS.get(code.getCode());
        String name = code.getDisplayText();
        if (sign == null) return name;
        return name.substring(0, name.lastIndexOf('+') + 1) + sign;
    }
}
