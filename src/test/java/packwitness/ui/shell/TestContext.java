package packwitness.ui.shell;

import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A desktop without sound, on a vault with a small camera of the demonstration. */
final class TestContext {
    private TestContext() {}

    static DesktopContext of(
            Path folder, Clock clock, Executor worker, Opener opener, Path vault, Manner manner) {
        return new DesktopContext(
                clock,
                worker,
                opener,
                Settings.read(folder.resolve("desktop.properties")),
                new QuietSpeaker(),
                new QuietOutside(),
                vault,
                Optional.of(vault),
                Optional.of("demo:?size=640x360&fps=12"),
                List.of(),
                manner);
    }
}
