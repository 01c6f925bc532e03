package planted.shell.ui.kit;

import planted.shell.ui.shell.MainWindow;

final class PlantedTool {
    Object window() {
        return new MainWindow();
    }
}
