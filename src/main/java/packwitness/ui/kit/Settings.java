package packwitness.ui.kit;

import packwitness.setting.ComputerKeeper;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the desktop remembers between two starts. A lost or damaged file costs nothing but the
 * memory. FX thread only.
 */
public final class Settings {
    private final ComputerKeeper keeper;

    private Settings(ComputerKeeper keeper) {
        this.keeper = keeper;
    }

    public static Settings read(Path file) {
        return new Settings(ComputerKeeper.of(file));
    }

    /** Returns what keeps them, for the table of all settings. */
    public ComputerKeeper keeper() {
        return keeper;
    }

    public Lang lang() {
        return is("lang", "en") ? Lang.EN : Lang.ZH;
    }

    public void lang(Lang lang) {
        keep("lang", lang.code());
    }

    public Theme theme() {
        return is("theme", "dark") ? Theme.DARK : Theme.LIGHT;
    }

    public void theme(Theme theme) {
        keep("theme", theme == Theme.DARK ? "dark" : "light");
    }

    public Optional<Path> vault() {
        return keeper.remembered("vault").map(Path::of);
    }

    public void vault(Path vault) {
        keep("vault", vault.toString());
    }

    public Optional<String> camera() {
        return keeper.remembered("camera");
    }

    public void camera(String uri) {
        keep("camera", uri);
    }

    public Optional<String> station() {
        return keeper.remembered("station");
    }

    public void station(String name) {
        keep("station", name);
    }

    /** Returns the place and size of the window when it was closed: x, y, width, height, full. */
    public Optional<String> window() {
        return keeper.remembered("window");
    }

    public void window(String place) {
        keep("window", place);
    }

    /** Returns what the first start had reached when it was left: its step and what was chosen. */
    public Optional<String> firstStart(String part) {
        return keeper.remembered("start." + part);
    }

    public void firstStart(String part, String value) {
        keep("start." + part, value);
    }

    /** Returns which screen shows the packing desk to the packer; nothing where none does. */
    public Optional<String> packerScreen() {
        return keeper.remembered("packer-screen").filter(name -> !name.isEmpty());
    }

    public void packerScreen(Optional<String> name) {
        keep("packer-screen", name.orElse(""));
    }

    private boolean is(String name, String value) {
        return keeper.remembered(name).filter(value::equals).isPresent();
    }

    private void keep(String name, String value) {
        try {
            keeper.remember(name, Optional.of(value));
        } catch (Failure e) {
            // The choice holds until the window closes; no work of the user is lost.
            System.getLogger("packwitness.ui").log(System.Logger.Level.WARNING, "settings", e);
        }
    }
}
