package planted.runlater.ui.find;

import javafx.application.Platform;

final class PlantedLater {
    void later(Runnable work) {
        Platform.runLater(work);
    }
}
