package packwitness.app;

import packwitness.capture.CameraPasswords;
import packwitness.cli.Cli;
import packwitness.cli.Desk;
import packwitness.shop.ShopSettings;
import packwitness.storage.Unpacked;
import packwitness.value.Lang;
import packwitness.value.Once;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Starts the desktop, or the command named by the first argument. */
public final class Main {
    private static final String PROGRAM = "PackWitness";

    private Main() {}

    public static void main(String[] arguments) {
        Folders folders = Folders.ofThisSystem();
        log(folders.settings().resolve("logs"));
        Unpacked.useForSqlite(folders.unpacked());
        Clock clock = Clock.systemDefaultZone();
        Path passwords = folders.settings().resolve("camera-passwords");
        if (System.getProperty(CameraPasswords.PROPERTY) == null)
            System.setProperty(CameraPasswords.PROPERTY, passwords.toString());
        Optional<DesktopStart> window = DesktopStart.of(arguments);
        System.exit(
                window.isPresent()
                        ? window.get().run(clock, folders, settings(folders))
                        : Cli.run(commands(clock, folders), arguments));
    }

    private static Desk commands(Clock clock, Folders folders) {
        Lang lang = Locale.getDefault().getLanguage().equals("zh") ? Lang.ZH : Lang.EN;
        return Desk.standard(clock, settings(folders), folders.vault(), lang);
    }

    private static ShopSettings settings(Folders folders) {
        return new ShopSettings(
                new Once<>(Main::program), folders.settings().resolve("passphrase"), 1);
    }

    /** Technique goes to a file of the user's own; words for people go to the screen. */
    private static void log(Path folder) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) root.removeHandler(handler);
        root.setLevel(Level.INFO);
        try {
            Files.createDirectories(folder);
            FileHandler file =
                    new FileHandler(
                            folder.resolve("packwitness-%u-%g.log").toString(), 1 << 20, 5, true);
            file.setFormatter(new SimpleFormatter());
            root.addHandler(file);
        } catch (IOException noLog) {
            // A program that cannot write its log still records.
        }
    }

    /** Names the program with its version and the hash of its own file, where it runs from one. */
    private static String program() {
        String version = Main.class.getPackage().getImplementationVersion();
        String named = PROGRAM + " " + (version == null ? "unpacked" : version);
        try {
            var source = Main.class.getProtectionDomain().getCodeSource();
            if (source == null) return named;
            Path file = Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(file)) return named;
            return named + " sha256:" + packwitness.storage.EvidenceFolder.hash(file).brief();
        } catch (IOException | java.net.URISyntaxException e) {
            return named;
        }
    }
}
