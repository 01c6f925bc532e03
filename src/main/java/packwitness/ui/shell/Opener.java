package packwitness.ui.shell;

import packwitness.value.Failure;

import java.nio.file.Path;

/** Opens a vault for the desktop. */
public interface Opener {
    /** Opens the vault, or makes a new one in a folder that holds none. Slow. */
    OpenShop open(Path vault) throws Failure;
}
