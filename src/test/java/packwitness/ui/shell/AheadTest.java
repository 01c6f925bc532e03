package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import packwitness.ui.kit.LazyScreen;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.UiTest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Places are made while nobody needs the window, and at no other time. */
class AheadTest extends UiTest {
    private final StackPane place = new StackPane();
    private final List<String> told = new ArrayList<>();

    @Test
    void whatNobodyLookedAtIsMadeWhileTheDeskIsFree() {
        AtomicBoolean free = new AtomicBoolean();
        LazyScreen one = new LazyScreen(Shown::new);
        LazyScreen two = new LazyScreen(Shown::new);
        open(stage -> {
            stage.setScene(new Scene(place, 640, 480));
            stage.show();
            Ahead ahead = new Ahead(place, place, List.of(one, two), free::get);
            ahead.begin();
        });
        robot.sleep(3000);
        assertFalse(one.isMade(), "somebody packs");
        free.set(true);
        until("the first is made", one::isMade);
        until("the second is made", two::isMade);
        until("both are styled", () -> skinned(one) && skinned(two));
        until("nothing is left behind", () -> place.getChildren().isEmpty());
        assertNull(one.node().getParent(), "free for whoever wants to see it");
        assertEquals(List.of("read", "read"), told, "each read what it shows, once");
        assertTrue(((Shown) one.node().getUserData()).laidOut());
    }

    private static boolean skinned(LazyScreen screen) {
        return ((Shown) screen.node().getUserData()).button.getSkin() != null;
    }

    private final class Shown implements Screen {
        final Button button = new Button("x");
        private final StackPane node = new StackPane(button);

        Shown() {
            node.setUserData(this);
        }

        boolean laidOut() {
            return button.getWidth() > 0;
        }

        @Override
        public Parent node() {
            return node;
        }

        @Override
        public void prepare() {
            told.add("read");
        }

        @Override
        public void shown() {}

        @Override
        public void hidden() {}
    }
}
