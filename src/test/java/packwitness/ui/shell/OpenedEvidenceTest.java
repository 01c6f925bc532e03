package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.QuietSpeaker;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.UiTest;
import packwitness.ui.start.CameraChoice;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A file that a file manager opens is verified in a window without vault and camera. */
class OpenedEvidenceTest extends UiTest {
    @TempDir private Path folder;
    private final ExecutorService worker = Executors.newFixedThreadPool(2);
    private final NoVault opener = new NoVault();

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    @Test
    void openedBagIsVerifiedWithoutAVaultUntilSomebodyAsks() throws Exception {
        Path bag = Files.writeString(folder.resolve("争议.pwbag"), "PK\3\4 no bag");
        open(stage ->
                Desktop.open(
                        stage,
                        new DesktopContext(
                                Clock.system(ZoneId.of("Asia/Shanghai")),
                                worker,
                                opener,
                                Settings.read(folder.resolve("desktop.properties")),
                                new QuietSpeaker(),
                                new QuietOutside(),
                                folder.resolve("打包见证"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(bag),
                                Manner.WINDOW)));
        until("it is told", () -> robot.lookup(".check-note").tryQuery().isPresent());
        StringBuilder all = new StringBuilder();
        robot.lookup("#check")
                .query()
                .lookupAll(".label")
                .forEach(node -> all.append(((Label) node).getText()).append('\n'));
        assertTrue(all.toString().contains("争议.pwbag"), all.toString());
        assertTrue(all.toString().contains("核验未通过"), all.toString());
        assertTrue(robot.lookup("#check-vault").tryQuery().isEmpty(), "there is no vault");
        assertFalse(opener.asked, "no vault was opened");
        shoot("check-opened-file-zh");
        press("#check-go-on");
        until("the first start begins", () -> robot.lookup("#start-next").tryQuery().isPresent());
    }

    private static final class NoVault implements Opener {
        private volatile boolean asked;

        @Override
        public OpenShop open(Path vault, boolean demo) throws Failure {
            asked = true;
            throw new IllegalStateException("nobody asked for a vault");
        }

        @Override
        public List<CameraChoice> cameras() {
            return List.of();
        }
    }
}
