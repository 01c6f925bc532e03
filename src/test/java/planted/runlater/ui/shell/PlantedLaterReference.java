package planted.runlater.ui.shell;

import javafx.application.Platform;

import java.util.concurrent.Executor;

final class PlantedLaterReference {
    Executor later() {
        return Platform::runLater;
    }
}
