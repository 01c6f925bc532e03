package planted.kit.ui.find;

public final class Screen {
    public Screen() {}
}
