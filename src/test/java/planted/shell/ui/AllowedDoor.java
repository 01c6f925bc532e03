package planted.shell.ui;

import planted.shell.ui.shell.MainWindow;

final class AllowedDoor {
    Object window() {
        return new MainWindow();
    }
}
