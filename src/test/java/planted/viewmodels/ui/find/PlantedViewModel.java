package planted.viewmodels.ui.find;

import javafx.scene.control.Button;
import javafx.scene.paint.Color;

final class PlantedViewModel {
    Object colour() {
        return Color.RED;
    }

    /** What is shown in one line. */
    static final class PlantedLine {
        Object button() {
            return new Button();
        }
    }
}
