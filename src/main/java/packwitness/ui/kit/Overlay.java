package packwitness.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * The place above a window's workspaces for what is looked at for a moment: one sheet at a time,
 * gone with Esc or a click beside it, and the focus returns to where it was. FX thread only.
 */
public final class Overlay {
    private final StackPane node = new StackPane();
    private final Region veil = new Region();
    private @Nullable Node shown;
    private @Nullable Node before;

    /** Puts the place above the content. */
    public Overlay(Node content) {
        node.getChildren().add(content);
        veil.getStyleClass().add("veil");
        veil.setOnMouseClicked(e -> close());
        node.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (shown == null || e.getCode() != KeyCode.ESCAPE) return;
                    close();
                    e.consume();
                });
    }

    public Parent node() {
        return node;
    }

    /** Returns whether a sheet is shown. */
    public boolean isOpen() {
        return shown != null;
    }

    /** Shows the sheet at its place, instead of another. */
    public void show(Region sheet, Pos place) {
        close();
        before = node.getScene() == null ? null : node.getScene().getFocusOwner();
        shown = sheet;
        StackPane.setAlignment(sheet, place);
        node.getChildren().addAll(veil, sheet);
        sheet.setFocusTraversable(true);
        sheet.requestFocus();
    }

    public void close() {
        if (shown == null) return;
        node.getChildren().removeAll(veil, shown);
        shown = null;
        if (before != null) before.requestFocus();
        before = null;
    }
}
