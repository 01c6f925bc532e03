package packwitness.ui.kit;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What the desktop remembers between two starts; a file of names and values. A lost or damaged file
 * costs nothing but the memory. FX thread only.
 */
public final class Settings {
    private final Path file;
    private final Properties values = new Properties();

    private Settings(Path file) {
        this.file = file;
    }

    public static Settings read(Path file) {
        Settings settings = new Settings(file);
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                settings.values.load(in);
            } catch (IOException | IllegalArgumentException damaged) {
                settings.values.clear();
            }
        }
        return settings;
    }

    public Lang lang() {
        return "en".equals(values.getProperty("lang")) ? Lang.EN : Lang.ZH;
    }

    public void lang(Lang lang) {
        keep("lang", lang.code());
    }

    public Theme theme() {
        return "dark".equals(values.getProperty("theme")) ? Theme.DARK : Theme.LIGHT;
    }

    public void theme(Theme theme) {
        keep("theme", theme == Theme.DARK ? "dark" : "light");
    }

    public Optional<Path> vault() {
        return Optional.ofNullable(values.getProperty("vault")).map(Path::of);
    }

    public void vault(Path vault) {
        keep("vault", vault.toString());
    }

    public Optional<String> camera() {
        return Optional.ofNullable(values.getProperty("camera"));
    }

    public void camera(String uri) {
        keep("camera", uri);
    }

    public Optional<String> station() {
        return Optional.ofNullable(values.getProperty("station"));
    }

    public void station(String name) {
        keep("station", name);
    }

    /** Returns which screen shows the packing desk to the packer; nothing where none does. */
    public Optional<String> packerScreen() {
        return Optional.ofNullable(values.getProperty("packer-screen"))
                .filter(name -> !name.isEmpty());
    }

    public void packerScreen(Optional<String> name) {
        keep("packer-screen", name.orElse(""));
    }

    private void keep(String name, String value) {
        if (value.equals(values.setProperty(name, value))) return;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Path next = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                values.store(out, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The choice holds until the window closes; no work of the user is lost.
            System.getLogger("packwitness.ui").log(System.Logger.Level.WARNING, "settings", e);
        }
    }
}
