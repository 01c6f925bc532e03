package packwitness.ui.keep;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.keep.Backup;
import packwitness.keep.BackupResult;
import packwitness.keep.Drill;
import packwitness.keep.DrillResult;
import packwitness.keep.Fault;
import packwitness.keep.Integrity;
import packwitness.keep.IntegrityReport;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class KeepScreenTest extends UiTest {
    @TempDir Path folder;

    @Test
    void whatGoesIsSaidFirstAndGoesOnlyWhenPressed() throws Exception {
        try (KeptShop shop =
                KeptShop.open(folder.resolve("vault"), Instant.parse("2026-01-05T02:00:00Z"), 1)) {
            KeptShop.Parcel old = shop.pack(3);
            KeptShop.Parcel held = shop.pack(3);
            shop.hold(held, true);
            shop.pass(Duration.ofDays(181));
            for (int i = 0; i < 3; i++) shop.pack(3);
            Files.write(shop.root.resolve("videos/stray.mp4"), new byte[9]);
            new Backup(shop.vault, shop.clock())
                    .run(folder.resolve("nas"), false, RetentionProgress.UNSEEN);
            Words words = new Words(Lang.ZH);
            open(stage -> {
                KeepView view =
                        new KeepView(
                                new KeepViewModel(
                                        new Real(shop),
                                        new Background(Runnable::run, Runnable::run)),
                                words,
                                new Times(shop.clock().getZone()),
                                new QuietOutside());
                Scene scene = new Scene(view.node(), 1280, 720);
                Theme.LIGHT.dress();
                Theme.style(scene);
                stage.setScene(scene);
                stage.show();
                view.shown();
            });
            press("#keep-check");
            shoot("keep-zh");
            assertTrue(Files.exists(shop.root.resolve(old.file())), "nothing goes unasked");
            assertTrue(Files.exists(shop.root.resolve("videos/stray.mp4")));
            press("#keep-clear");
            assertFalse(Files.exists(shop.root.resolve(old.file())));
            assertTrue(Files.exists(shop.root.resolve(held.file())));
            robot.interact(() -> words.speak(Lang.EN));
            press("#keep-drill");
            shoot("keep-en");
        }
    }

    private record Real(KeptShop shop) implements KeepService {
        @Override
        public KeepPage look() throws Failure {
            return new KeepPage(
                    shop.retention().rules(),
                    shop.retention().forecast(),
                    shop.retention().plan(),
                    new Backup(shop.vault, shop.clock()).places());
        }

        @Override
        public RetentionResult run(RetentionPlan plan, RetentionProgress progress) throws Failure {
            return shop.retention().run(plan, KeptShop.DOER, progress);
        }

        @Override
        public IntegrityReport check(RetentionProgress progress) throws Failure {
            return integrity().check(true, progress);
        }

        @Override
        public boolean repair(Fault fault) throws Failure {
            return integrity().repair(fault, KeptShop.DOER);
        }

        @Override
        public BackupResult backup(Path to, RetentionProgress progress) throws Failure {
            return new Backup(shop.vault, shop.clock()).run(to, false, progress);
        }

        @Override
        public DrillResult drill(Path from) throws Failure {
            return new Drill(shop.vault, shop.clock()).run(from, 2);
        }

        private Integrity integrity() {
            return new Integrity(shop.vault, shop.ledger, shop.clock());
        }
    }
}
