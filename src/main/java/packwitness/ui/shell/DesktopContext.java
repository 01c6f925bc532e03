package packwitness.ui.shell;

import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.Speaker;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * All the desktop needs of the process around it.
 *
 * @param worker where slow work runs; never the FX thread
 * @param suggestedVault the folder the first start proposes
 * @param vault a vault to open at once instead of the remembered one
 * @param camera a camera to arm at once instead of the remembered one
 * @param evidence files to verify at once, without opening any vault; none as a rule
 * @param manner how the window behaves
 */
public record DesktopContext(
        Clock clock,
        Executor worker,
        Opener opener,
        Settings settings,
        Speaker speaker,
        Outside outside,
        Path suggestedVault,
        Optional<Path> vault,
        Optional<String> camera,
        List<Path> evidence,
        Manner manner) {}
