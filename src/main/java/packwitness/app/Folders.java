package packwitness.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this system keeps a user's data and settings.
 *
 * @param unpacked for what the program can bring again at any time
 */
record Folders(Path vault, Path settings, Path unpacked) {
    static Folders ofThisSystem() {
        return of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    static Folders of(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            Path local =
                    named(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
            return new Folders(
                    local.resolve("PackWitness").resolve("vault"),
                    local.resolve("PackWitness").resolve("settings"),
                    local.resolve("PackWitness").resolve("unpacked"));
        }
        if (os.contains("mac")) {
            Path library =
                    home.resolve("Library").resolve("Application Support").resolve("PackWitness");
            return new Folders(
                    library.resolve("vault"),
                    library.resolve("settings"),
                    home.resolve("Library").resolve("Caches").resolve("PackWitness"));
        }
        Path data = named(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
        Path config = named(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path cache = named(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        return new Folders(
                data.resolve("packwitness").resolve("vault"),
                config.resolve("packwitness"),
                cache.resolve("packwitness"));
    }

    private static Path named(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
