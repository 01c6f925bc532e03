package packwitness.ui.kit;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The notifications of the desktop, where it has any; never waits. */
final class Notices {
    private static final System.Logger LOG = System.getLogger("packwitness.ui");

    private Notices() {}

    static boolean show(String title, String text) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) return tray(title, text);
        List<String> command =
                system.contains("mac")
                        ? List.of(
                                "osascript",
                                "-e",
                                "on run argv",
                                "-e",
                                "display notification (item 2 of argv) with title (item 1 of argv)",
                                "-e",
                                "end run",
                                title,
                                text)
                        : List.of("notify-send", "--app-name=PackWitness", "--", title, text);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .thenAccept(Notices::ended);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "this desktop has no notifications", e);
            return false;
        }
    }

    private static void ended(Process process) {
        if (process.exitValue() != 0)
            LOG.log(System.Logger.Level.INFO, "no notification: exit " + process.exitValue());
    }

    private static boolean tray(String title, String text) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) return false;
        SystemTray tray = SystemTray.getSystemTray();
        try {
            // One icon of ours serves all messages; each new one would stay in the tray.
            TrayIcon icon =
                    tray.getTrayIcons().length > 0
                            ? tray.getTrayIcons()[0]
                            : new TrayIcon(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB));
            if (tray.getTrayIcons().length == 0) tray.add(icon);
            icon.displayMessage(title, text, TrayIcon.MessageType.WARNING);
            return true;
        } catch (AWTException e) {
            LOG.log(System.Logger.Level.INFO, "no tray", e);
            return false;
        }
    }
}
