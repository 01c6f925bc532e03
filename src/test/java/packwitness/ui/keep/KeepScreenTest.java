package packwitness.ui.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.keep.Backup;
import packwitness.keep.BackupResult;
import packwitness.keep.Drill;
import packwitness.keep.DrillResult;
import packwitness.keep.ErasedPerson;
import packwitness.keep.Fault;
import packwitness.keep.Integrity;
import packwitness.keep.IntegrityReport;
import packwitness.keep.People;
import packwitness.keep.PersonData;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.keep.RetentionRules;
import packwitness.keep.Waiting;
import packwitness.ledger.EntryKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

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
            fire("#keep-check");
            shoot("keep-zh");
            assertTrue(Files.exists(shop.root.resolve(old.file())), "nothing goes unasked");
            assertTrue(Files.exists(shop.root.resolve("videos/stray.mp4")));
            fire("#keep-clear");
            assertFalse(Files.exists(shop.root.resolve(old.file())));
            assertTrue(Files.exists(shop.root.resolve(held.file())));
            robot.interact(() -> words.speak(Lang.EN));
            fire("#keep-drill");
            shoot("keep-en");
        }
    }

    @Test
    void rulesAreSetQuarantineGivesBackAndAPersonIsListedMasked() throws Exception {
        try (KeptShop shop =
                KeptShop.open(folder.resolve("vault"), Instant.parse("2026-01-05T02:00:00Z"), 1)) {
            KeptShop.Parcel old = shop.pack(3);
            shop.order(old, "260105-123456789012345", "小鱼儿", 30000);
            shop.pass(Duration.ofDays(40));
            shop.pack(3);
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
                Scene scene = new Scene(view.node(), 1274, 700);
                Theme.LIGHT.dress();
                Theme.style(scene);
                stage.setScene(scene);
                stage.show();
                view.shown();
            });
            type("#rule-VIDEO", "viele");
            assertTrue(find("#keep-rules-save", Button.class).isDisabled());
            type("#rule-VIDEO", "30");
            type("#rule-AMOUNT", "500");
            fire("#keep-rules-save");
            assertEquals(30, shop.retention().rules().videoDays());
            assertEquals(50_000, shop.retention().rules().holdAboveFen());
            assertEquals(180L, RetentionRules.standard().videoDays());
            fire("#keep-clear");
            assertFalse(Files.exists(shop.root.resolve(old.file())));
            size(1366, 1060);
            shoot("keep-quarantine-zh");
            fire("#keep-back-" + old.shipment().value());
            assertTrue(Files.exists(shop.root.resolve(old.file())), "it is back in its place");
            assertTrue(shop.retention().held(old.shipment()), "and will not go again");
            type("#person-asked", "小鱼儿");
            fire("#person-find");
            assertTrue(
                    robot.lookup("#keep").query().lookupAll(".keep-lines").stream()
                            .noneMatch(node -> ((Label) node).getText().contains("小鱼儿")));
            fire("#person-reveal");
            assertTrue(
                    robot.lookup("#keep").query().lookupAll(".keep-lines").stream()
                            .anyMatch(node -> ((Label) node).getText().contains("小鱼儿")));
            assertTrue(
                    shop.ledger.entriesOf(old.shipment()).stream()
                            .anyMatch(row -> row.kind() == EntryKind.VIEW));
            shoot("keep-person-zh");
            type("#person-why", "买家要求");
            fire("#person-erase");
            assertTrue(find("#keep", javafx.scene.Parent.class).lookup(".trouble").isVisible());
            shoot("keep-person-held-zh");
            robot.interact(() -> {
                words.speak(Lang.EN);
                Theme.DARK.dress();
            });
            shoot("keep-person-dark-en");
            robot.interact(() -> Theme.LIGHT.dress());
        }
    }

    @Test
    void aDrillTellsHowFarItIsAndCanBeStopped() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (KeptShop shop =
                KeptShop.open(folder.resolve("vault"), Instant.parse("2026-01-05T02:00:00Z"), 1)) {
            for (int i = 0; i < 3; i++) shop.pack(3);
            new Backup(shop.vault, shop.clock())
                    .run(folder.resolve("nas"), false, RetentionProgress.UNSEEN);
            Semaphore steps = new Semaphore(0);
            Words words = new Words(Lang.ZH);
            Background background = Background.on(worker);
            open(stage -> {
                KeepView view =
                        new KeepView(
                                new KeepViewModel(new Real(shop, steps), background),
                                words,
                                new Times(shop.clock().getZone()),
                                new QuietOutside());
                Scene scene = new Scene(view.node(), 1274, 700);
                Theme.LIGHT.dress();
                Theme.style(scene);
                stage.setScene(scene);
                stage.show();
                view.shown();
            });
            until("the backup is known", () -> !find("#keep-drill", Button.class).isDisabled());
            fire("#keep-drill");
            // Long enough for a guess at the rest to be worth something.
            robot.sleep(2100);
            steps.release();
            until("the time left is told", () -> !label("#keep-left").isEmpty());
            double part = find("#keep-progress", ProgressBar.class).getProgress();
            assertTrue(part > 0 && part < 1, "it is so far: " + part);
            assertEquals(part, background.jobs().all().getFirst().part().get(), 0.001);
            shoot("keep-drill-runs-zh");
            press("#keep-cancel");
            steps.release(99);
            until("it has ended", () -> background.jobs().running().get() == 0);
            assertFalse(find("#keep-cancel", Button.class).getParent().isVisible());
            until("it says so", () -> said("恢复演练被中途停下"));
            assertEquals(
                    Optional.empty(),
                    new Backup(shop.vault, shop.clock()).places().getFirst().drillAt());
            shoot("keep-drill-stopped-zh");
        } finally {
            worker.shutdownNow();
        }
    }

    private String label(String id) {
        return find(id, Label.class).getText();
    }

    private boolean said(String text) {
        return robot.lookup("#keep").query().lookupAll(".keep-lines").stream()
                .anyMatch(node -> ((Label) node).getText().contains(text));
    }

    private void type(String id, String text) {
        robot.interact(() -> find(id, TextField.class).setText(text));
        settle();
    }

    /** Presses a button that may be scrolled out of sight. */
    private void fire(String id) {
        robot.interact(() -> find(id, Button.class).fire());
        settle();
    }

    /** The vault itself; a drill takes each step when it is let. */
    private record Real(KeptShop shop, Semaphore steps) implements KeepService {
        Real(KeptShop shop) {
            this(shop, new Semaphore(Integer.MAX_VALUE));
        }

        @Override
        public KeepPage look() throws Failure {
            List<KeepPage.Place> places = new ArrayList<>();
            for (Backup.Place place : new Backup(shop.vault, shop.clock()).places())
                places.add(new KeepPage.Place(place, Files.isDirectory(place.folder())));
            return new KeepPage(
                    shop.retention().rules(),
                    shop.retention().forecast(),
                    shop.retention().plan(),
                    shop.retention().waiting(9),
                    shop.retention().notes(3),
                    places);
        }

        @Override
        public RetentionResult run(RetentionPlan plan, RetentionProgress progress) throws Failure {
            return shop.retention().run(plan, KeptShop.DOER, progress);
        }

        @Override
        public Optional<RetentionResult> night() {
            return Optional.empty();
        }

        @Override
        public void rules(RetentionRules rules) throws Failure {
            shop.retention().rules(rules, KeptShop.DOER);
        }

        @Override
        public int bringBack(Waiting waiting, String why, RetentionProgress progress)
                throws Failure {
            shop.index.hold(waiting.shipment(), true, why);
            return shop.retention().finish(KeptShop.DOER, progress);
        }

        @Override
        public IntegrityReport check(RetentionProgress progress) throws Failure {
            return integrity().check(true, progress);
        }

        @Override
        public int repair(List<Fault> faults, RetentionProgress progress) throws Failure {
            int done = 0;
            for (Fault fault : faults) if (integrity().repair(fault, KeptShop.DOER)) done++;
            return done;
        }

        @Override
        public BackupResult backup(Path to, RetentionProgress progress) throws Failure {
            return new Backup(shop.vault, shop.clock()).run(to, false, progress);
        }

        @Override
        public DrillResult drill(Path from, RetentionProgress progress) throws Failure {
            return new Drill(shop.vault, shop.clock())
                    .run(
                            from,
                            3,
                            (done, all) -> {
                                steps.acquireUninterruptibly();
                                return progress.goOn(done, all);
                            });
        }

        @Override
        public PersonData person(String text) throws Failure {
            return people().list(text);
        }

        @Override
        public void revealed(PersonData data) throws Failure {
            people().revealed(data, KeptShop.DOER);
        }

        @Override
        public ErasedPerson erase(
                String text, String why, boolean withVideos, RetentionProgress progress)
                throws Failure {
            return people().erase(text, why, withVideos, KeptShop.DOER, progress);
        }

        private People people() {
            return new People(shop.vault, shop.ledger, shop.clock());
        }

        private Integrity integrity() {
            return new Integrity(shop.vault, shop.ledger, shop.clock());
        }
    }
}
