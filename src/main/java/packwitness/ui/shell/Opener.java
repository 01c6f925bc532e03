package packwitness.ui.shell;

import packwitness.shop.Role;
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

    /** Opens it for a window that serves this role once a passphrase is set. */
    default OpenShop open(Path vault, boolean demo, Role plain) throws Failure {
        return open(vault, demo);
    }

    /**
     * Puts the password of a camera's address where only this user reads it and returns the address
     * without it, which may be remembered; slow.
     */
    default String keepSecrets(String camera) throws Failure {
        return camera;
    }

    /** Returns the cameras that can be found without being told an address; slow. */
    List<CameraChoice> cameras();
}
