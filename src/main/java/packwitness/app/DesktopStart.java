package packwitness.app;

import packwitness.shop.ShopSettings;
import packwitness.ui.kit.LoudSpeaker;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.SystemOutside;
import packwitness.ui.shell.Desktop;
import packwitness.ui.shell.DesktopContext;
import packwitness.ui.shell.Manner;
import packwitness.ui.shell.ShopOpener;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the arguments say of how the desktop shall open. */
record DesktopStart(Optional<Path> vault, Optional<Lang> lang, List<Path> evidence, Manner manner) {
    private static final String BAG = ".pwbag";

    private static final int WORKERS = 4;

    /** Returns nothing where the arguments name a command. */
    static Optional<DesktopStart> of(String... arguments) {
        Optional<Path> vault = Optional.empty();
        Optional<Lang> lang = Optional.empty();
        List<Path> evidence = new ArrayList<>();
        Manner manner = Manner.WINDOW;
        for (int i = 0; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            if (parts[0].equals("--kiosk") || parts[0].equals("--trial")) {
                if (parts.length == 2) return Optional.empty();
                manner = Manner.valueOf(parts[0].substring(2).toUpperCase(Locale.ROOT));
                continue;
            }
            // A file manager names what was opened, and nothing else.
            if (arguments[i].toLowerCase(Locale.ROOT).endsWith(BAG)
                    && !arguments[i].startsWith("-")) {
                evidence.add(Path.of(arguments[i]));
                continue;
            }
            if (!parts[0].equals("--vault") && !parts[0].equals("--lang")) return Optional.empty();
            if (parts.length == 1 && i + 1 == arguments.length) return Optional.empty();
            String value = parts.length == 2 ? parts[1] : arguments[++i];
            if (parts[0].equals("--vault")) {
                vault = Optional.of(Path.of(value));
            } else {
                String name = value.toUpperCase(Locale.ROOT);
                if (!name.equals("ZH") && !name.equals("EN")) return Optional.empty();
                lang = Optional.of(Lang.valueOf(name));
            }
        }
        return Optional.of(new DesktopStart(vault, lang, evidence, manner));
    }

    /** Shows the window until it is closed and returns the exit code. */
    int run(Clock clock, Folders folders, ShopSettings shop) {
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        WORKERS, job -> Thread.ofPlatform().name("worker").daemon().unstarted(job));
        Settings settings = Settings.read(folders.settings().resolve("desktop.properties"));
        lang.ifPresent(settings::lang);
        try (LoudSpeaker speaker = LoudSpeaker.open()) {
            Desktop.launch(
                    new DesktopContext(
                            clock,
                            workers,
                            new ShopOpener(shop, clock),
                            settings,
                            speaker,
                            new SystemOutside(),
                            folders.vault(),
                            vault,
                            Optional.empty(),
                            evidence,
                            manner),
                    folders.unpacked());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 3;
        } finally {
            workers.shutdown();
        }
    }
}
