package packwitness.setting;

import packwitness.value.Failure;

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
 * Keeps names and values in a file of this user. A lost or damaged file costs nothing but the
 * memory. Safe for any thread.
 */
public final class ComputerKeeper implements Keeper {
    private final Path file;
    private final Properties values = new Properties();

    private ComputerKeeper(Path file) {
        this.file = file;
    }

    public static ComputerKeeper of(Path file) {
        ComputerKeeper keeper = new ComputerKeeper(file);
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                keeper.values.load(in);
            } catch (IOException | IllegalArgumentException damaged) {
                keeper.values.clear();
            }
        }
        return keeper;
    }

    @Override
    public Optional<String> read(Setting setting) {
        return remembered(setting.name());
    }

    @Override
    public void write(Setting setting, Optional<String> value) throws Failure {
        remember(setting.name(), value);
    }

    /** Returns what is remembered under this name, a setting or not. */
    public synchronized Optional<String> remembered(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** Remembers a value under this name, or forgets it. */
    public synchronized void remember(String name, Optional<String> value) throws Failure {
        if (value.equals(remembered(name))) return;
        value.ifPresentOrElse(text -> values.setProperty(name, text), () -> values.remove(name));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Path next = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                values.store(out, null);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(SettingProblem.NOT_KEPT, e, file);
        }
    }
}
