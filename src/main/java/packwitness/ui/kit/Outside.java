package packwitness.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What only the system's own windows can do. FX thread only. */
public interface Outside {
    Optional<Path> chooseFolder(String title, Optional<Path> near);

    List<Path> chooseFiles(String title);

    /** Opens a file in the program the system has for it, or a folder; says whether that began. */
    boolean open(Path fileOrFolder);

    /** Shows a notification of the desktop; says whether the system has any. */
    boolean notify(String title, String text);

    /** Puts text on the clipboard. */
    void copy(String text);
}
