package packwitness.ui.shell;

import packwitness.ui.start.CameraChoice;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;

/** Opens a vault for the desktop, and knows the cameras of this machine. */
public interface Opener {
    /**
     * Opens the vault, or makes a new one in a folder that holds none; slow.
     *
     * @param demo whether it is for trying out: a new vault then gets the TEST authority
     */
    OpenShop open(Path vault, boolean demo) throws Failure;

    /** Returns the cameras that can be found without being told an address; slow. */
    List<CameraChoice> cameras();
}
