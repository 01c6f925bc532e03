package planted.javafx.ui.find;

import javafx.scene.control.Button;

final class AllowedButton {
    Object button() {
        return new Button();
    }
}
