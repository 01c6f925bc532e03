package planted.shell.ui.shell;

public final class MainWindow {
    public MainWindow() {}
}
