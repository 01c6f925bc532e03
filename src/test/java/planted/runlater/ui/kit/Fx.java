package planted.runlater.ui.kit;

import javafx.application.Platform;

final class Fx {
    void later(Runnable work) {
        Platform.runLater(work);
    }
}
