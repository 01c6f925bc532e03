package planted.shell.ui.find;

import planted.shell.ui.shell.MainWindow;

final class PlantedScreen {
    Object window() {
        return new MainWindow();
    }
}
