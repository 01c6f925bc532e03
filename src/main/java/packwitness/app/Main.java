package packwitness.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.logging.LogManager;
import packwitness.cli.Cli;
import packwitness.cli.Desk;
import packwitness.shop.ShopSettings;
import packwitness.value.Lang;

/** Starts the desktop, or the command named by the first argument. */
public final class Main {
    private static final String PROGRAM = "PackWitness 0.1.0";

    private Main() {}

    public static void main(String[] arguments) {
        quietLogs();
        Folders folders = Folders.ofThisSystem();
        Clock clock = Clock.systemDefaultZone();
        ShopSettings settings =
                new ShopSettings(program(), folders.settings().resolve("passphrase"), 1);
        Lang lang = Locale.getDefault().getLanguage().equals("zh") ? Lang.ZH : Lang.EN;
        Desk desk =
                new Desk(clock, settings, folders.vault(), lang, System.in, System.out, System.err);
        System.exit(Cli.run(desk, arguments));
    }

    private static void quietLogs() {
        try (InputStream in = Main.class.getResourceAsStream("/packwitness/app/logging.properties")) {
            if (in != null) LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            System.getLogger("packwitness.app").log(System.Logger.Level.DEBUG, "logging", e);
        }
    }

    /** Names the program with the hash of its own file, where it runs from one. */
    private static String program() {
        try {
            var source = Main.class.getProtectionDomain().getCodeSource();
            if (source == null) return PROGRAM;
            Path file = Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(file)) return PROGRAM;
            return PROGRAM + " sha256:" + packwitness.storage.EvidenceFolder.hash(file).brief();
        } catch (IOException | java.net.URISyntaxException e) {
            return PROGRAM;
        }
    }
}
