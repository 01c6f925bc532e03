package planted.viewmodels.ui.claims;

import javafx.stage.FileChooser;

final class PlantedFilesViewModel {
    Object chooser() {
        return new FileChooser();
    }
}
