package packwitness.ui.kit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The real windows of the system. FX thread only. */
public final class SystemOutside implements Outside {
    private static final System.Logger LOG = System.getLogger("packwitness.ui");

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> near) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        near.map(SystemOutside::existing)
                .ifPresent(
                        folder -> folder.ifPresent(f -> chooser.setInitialDirectory(f.toFile())));
        return Optional.ofNullable(chooser.showDialog(window())).map(File::toPath);
    }

    @Override
    public List<Path> chooseFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<File> chosen = chooser.showOpenMultipleDialog(window());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public boolean open(Path fileOrFolder) {
        String target = fileOrFolder.toAbsolutePath().toString();
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command =
                system.contains("win")
                        ? List.of("explorer.exe", target)
                        : system.contains("mac")
                                ? List.of("open", target)
                                : List.of("xdg-open", target);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "nothing opens files here", e);
            return false;
        }
    }

    @Override
    public boolean notify(String title, String text) {
        return Notices.show(title, text);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Window window() {
        return Window.getWindows().getFirst();
    }

    private static Optional<Path> existing(Path wished) {
        for (Path folder = wished; folder != null; folder = folder.getParent())
            if (Files.isDirectory(folder)) return Optional.of(folder);
        return Optional.empty();
    }
}
