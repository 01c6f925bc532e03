package packwitness.ui.shell;

import packwitness.shop.Role;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.Speaker;
import packwitness.ui.start.CameraChoice;
import packwitness.ui.start.StartChoice;

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
        Manner manner) {
    private static final String FIRST_STATION = "1";

    /** Returns what was chosen at an earlier start or by the caller; nothing at the first start. */
    Optional<StartChoice> remembered() {
        return vault.or(settings::vault)
                .map(known ->
                        new StartChoice(
                                known,
                                camera.or(settings::camera).orElse(CameraChoice.DEMO),
                                settings.station().orElse(FIRST_STATION)));
    }

    /** Returns whom the window serves while the owner is away. */
    Role plain() {
        return manner == Manner.KIOSK ? Role.PACKER : Role.SUPPORT;
    }

    /** Returns the same with another opener. */
    DesktopContext with(Opener other) {
        return new DesktopContext(
                clock,
                worker,
                other,
                settings,
                speaker,
                outside,
                suggestedVault,
                vault,
                camera,
                evidence,
                manner);
    }
}
