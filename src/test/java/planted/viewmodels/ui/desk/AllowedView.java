package planted.viewmodels.ui.desk;

import javafx.scene.control.Button;

final class AllowedView {
    Object button() {
        return new Button();
    }
}
