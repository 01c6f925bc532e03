package packwitness.ui.shell;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Words;

/** What is seen of a vault that is being opened. FX thread only. */
final class OpeningScreen implements Screen {
    private final StackPane node = new StackPane();

    OpeningScreen(Words words) {
        node.setId("opening");
        node.getChildren().add(Panes.label(words.text("start.opening"), "page-title"));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        node.requestFocus();
    }

    @Override
    public void hidden() {}
}
