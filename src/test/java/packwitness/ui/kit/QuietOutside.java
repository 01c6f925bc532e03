package packwitness.ui.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers as a user of the system's windows would, who has chosen already. */
public final class QuietOutside implements Outside {
    private final List<Path> pictures = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> near) {
        return near;
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return List.copyOf(pictures);
    }

    @Override
    public boolean open(Path fileOrFolder) {
        return opened.add(fileOrFolder);
    }

    @Override
    public boolean notify(String title, String text) {
        return notices.add(text);
    }

    public List<String> notices() {
        return notices;
    }

    @Override
    public void copy(String text) {}

    public void willChoose(Path picture) {
        pictures.clear();
        pictures.add(picture);
    }

    public List<Path> opened() {
        return opened;
    }
}
