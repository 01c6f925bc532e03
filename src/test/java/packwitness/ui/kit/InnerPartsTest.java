package packwitness.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * Controls have parts of their own with class names of their own. A rule of ours that means another
 * node by such a name once laid a shadow under every row, 0.15 s of processor time a picture.
 */
class InnerPartsTest extends UiTest {
    @Test
    void noRuleOfOursDressesTheInnerPartsOfControls() {
        TableView<String> table = new TableView<>();
        TableColumn<String, String> column = new TableColumn<>("A");
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue()));
        table.getColumns().add(column);
        table.getItems().addAll("1", "2", "3");
        ListView<String> list = new ListView<>();
        list.getItems().addAll("1", "2", "3");
        VBox all = new VBox(table, list, new ScrollPane(new TextArea("x\ny")));
        List<String> dressed = new ArrayList<>();
        List<String> names = new ArrayList<>();
        open(stage -> {
            Scene scene = new Scene(all, 600, 600);
            Theme.LIGHT.dress();
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
        });
        robot.interact(() -> look(all, dressed, names));
        assertTrue(names.contains("sheet"), "the sheet under the rows is there: " + names);
        assertEquals(List.of(), dressed);
    }

    private static void look(Node node, List<String> dressed, List<String> names) {
        names.addAll(node.getStyleClass());
        if (node.getEffect() != null) dressed.add(node.getStyleClass() + " " + node.getEffect());
        if (node instanceof Parent parent)
            for (Node child : parent.getChildrenUnmodifiable()) look(child, dressed, names);
    }
}
