package packwitness.ui.shipments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.shipment.FilmMark;
import packwitness.shipment.Shipment;
import packwitness.shipment.StationPlan;
import packwitness.shipment.Take;
import packwitness.shipment.View;
import packwitness.shop.ClipCopy;
import packwitness.shop.FrameCopy;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.storage.Cancellation;
import packwitness.ui.check.CheckView;
import packwitness.ui.check.CheckViewModel;
import packwitness.ui.check.Checks;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Jobs;
import packwitness.ui.kit.Player;
import packwitness.ui.kit.Theme;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** A parcel filmed by two cameras: found, played in step, marked, copied, cut and verified. */
class FilmScreenTest extends ParcelsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String WAYBILL = "SF1234567890123";

    @TempDir private Path folder;
    private final Clock clock = Clock.system(ZONE);
    private final ExecutorService workers = Executors.newFixedThreadPool(3);
    private final Semaphore held = new Semaphore(Integer.MAX_VALUE);
    private Shop shop;
    private ShipmentsViewModel model;
    private CheckViewModel checks;
    private Jobs jobs;

    @BeforeEach
    void recordAndOpen() throws Exception {
        Path vault = folder.resolve("vault");
        Shop.useTestAuthority(vault);
        shop = Shop.open(vault, new ShopSettings("test", folder.resolve("passphrase"), 1), clock);
        shop.arm(StationPlan.read("demo:?size=640x360&fps=12 + demo:?size=480x270&fps=15", "1"));
        shop.desk().scan(WAYBILL);
        Thread.sleep(3500);
        shop.desk().disarm();
        shop.desk().finishStills();
        shop.checkpoint();
        Background background = Background.on(workers);
        jobs = background.jobs();
        checks = new CheckViewModel(new Checks(Optional.of(vault)), background);
        model =
                show(
                        shop,
                        new HeldFilms(new ShopFilms(shop), held),
                        clock,
                        background,
                        (number, films) -> {
                            CheckView check = new CheckView(checks, words, outside);
                            stage().getScene().setRoot(check.node());
                            checks.checkEach(number, films);
                        });
    }

    @AfterEach
    void closeShop() {
        robot.interact(() -> model.film().close());
        workers.shutdownNow();
        shop.close();
    }

    @Test
    void fromTheSearchToTheCopiesByKeysAlone() throws Exception {
        until("the parcel is listed", () -> results().getItems().size() == 1);
        robot.write("0123", 0);
        // One: the number is typed. Two: Enter.
        robot.type(KeyCode.ENTER);
        until("the picture moves", () -> player().speed().get() == 1 && index() > 0);
        until("both cameras are shown", () -> player().side().get().isPresent());
        robot.type(KeyCode.K);
        until("it stands", () -> player().speed().get() == 0);
        inStep();
        long before = index();
        robot.type(KeyCode.RIGHT);
        until("one frame on", () -> index() == before + 1);
        inStep();
        robot.type(KeyCode.LEFT);
        until("one frame back", () -> index() == before);
        inStep();
        shoot("film-two-cameras-zh");

        robot.type(KeyCode.G);
        until("the goods are marked", () -> kinds().contains(FilmMark.Kind.GOODS));
        robot.interact(() -> player().seek(Duration.ZERO));
        until("at the beginning", () -> index() == 0);
        robot.type(KeyCode.S);
        until("the seal is marked", () -> kinds().contains(FilmMark.Kind.SEAL));
        robot.type(KeyCode.CLOSE_BRACKET);
        until("at the next mark", () -> index() > 0);
        robot.type(KeyCode.EQUALS);
        robot.type(KeyCode.EQUALS);
        robot.type(KeyCode.EQUALS);
        until("it is larger", () -> text("#player-zoom").equals("195 %"));
        shoot("film-zoomed-zh");
        robot.type(KeyCode.DIGIT0);
        until("all of it is seen", () -> text("#player-zoom").equals("100 %"));

        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() ->
                assertEquals(
                        640 + 480,
                        (int) Clipboard.getSystemClipboard().getImage().getWidth(),
                        "the pictures of both cameras"));
        press("#save-picture");
        until("both pictures are saved", () -> model.film().made().get().size() == 2);
        robot.interact(() -> player().seek(Duration.ZERO));
        until("at the beginning again", () -> index() == 0);
        robot.type(KeyCode.I);
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.RIGHT);
        until("three frames on", () -> index() == 3);
        robot.type(KeyCode.O);
        press("#clip-cut");
        until(
                "the clip is cut",
                () ->
                        model.film().made().get().stream()
                                .anyMatch(f -> f.toString().endsWith("mp4")));
        shoot("film-clip-zh");
        try (Stream<Path> copies = Files.list(shop.vault().root().resolve("exports/copies"))) {
            List<String> names = copies.map(f -> f.getFileName().toString()).toList();
            assertEquals(3, names.size(), names.toString());
            assertTrue(names.stream().allMatch(name -> name.contains("副本")), names.toString());
        }
        assertEquals(
                3,
                shop.ledger().entriesOf(model.page().get().orElseThrow().shipment().id()).stream()
                        .filter(row -> row.kind() == EntryKind.EXPORT)
                        .count());
        history();
        verify();
    }

    @Test
    void theFilmStaysInSightWhileAClipIsCut() {
        until("the parcel is listed", () -> results().getItems().size() == 1);
        robot.write("0123", 0);
        robot.type(KeyCode.ENTER);
        until("the picture moves", () -> index() > 0);
        robot.type(KeyCode.K);
        until("it stands", () -> player().speed().get() == 0);
        // All that is left of a screen of 1366x768, and of one of 1920x1080 whose dots are doubled.
        for (double[] room : new double[][] {{1274, 700}, {888, 462}}) {
            size((int) room[0], (int) room[1]);
            String name = "film-cutting-" + (int) room[0];
            held.drainPermits();
            robot.interact(() -> find("#clip", ToggleButton.class).fire());
            settle();
            inSight("#player-first");
            inSight("#player-toggle");
            shoot(name + "-chosen-zh");
            Bounds before = inSight("#clip-cut");
            Bounds film = inSight("#player-first");
            press("#clip-cut");
            until("a part is cut", () -> text("#clip-left").contains("剩"));
            assertEquals(
                    film.getMinY(), inSight("#player-first").getMinY(), "it stands where it stood");
            inSight("#clip-progress");
            Bounds stop = inSight("#clip-cancel");
            assertTrue(find("#clip-cancel", Button.class).isFocused(), "Enter stops it");
            assertTrue(stop.getMinY() < before.getMaxY(), "in the place of what ordered it");
            shoot(name + "-zh");
            robot.type(KeyCode.ENTER);
            until("it has stopped", () -> !model.film().isCutting());
            assertEquals(film.getMinY(), inSight("#player-first").getMinY(), "and stays there");
            assertTrue(find("#clip-cut", Button.class).isFocused());
            held.release(Integer.MAX_VALUE);
            until("the job has ended", () -> jobs.running().get() == 0);
            assertEquals(List.of(), model.film().made().get());
            press("#clip-cut");
            until("it is cut", () -> !model.film().made().get().isEmpty());
            inSight("#player-first");
            inSight("#film-copy-file");
            shoot(name + "-done-zh");
            robot.interact(() -> find("#clip", ToggleButton.class).fire());
            robot.interact(() -> model.choose(model.take().get().orElseThrow()));
            until("it is opened anew", () -> model.film().made().get().isEmpty() && index() >= 0);
        }
    }

    /** Returns where the window shows the node, none of which may be cut off. */
    private Bounds inSight(String id) {
        settle();
        Node node = robot.lookup(id).query();
        assertTrue(node.isVisible(), id);
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (!(up instanceof ScrollPane) && up.getParent() != null) continue;
            Bounds room = up.localToScene(up.getLayoutBounds());
            assertTrue(room.contains(seen), id + " at " + seen + " is out of " + room);
        }
        return seen;
    }

    /** The films of a shop, whose clips are cut only as far as somebody lets them. */
    private record HeldFilms(FilmService films, Semaphore held) implements FilmService {
        @Override
        public ClipCopy.Made clip(
                Shipment parcel,
                Take take,
                Duration from,
                Duration to,
                long mostBytes,
                Cancellation cancellation,
                DoubleConsumer share)
                throws Failure {
            return films.clip(
                    parcel,
                    take,
                    from,
                    to,
                    mostBytes,
                    cancellation,
                    part -> {
                        share.accept(part);
                        if (part > 0.3 && !cancellation.cancelled()) held.acquireUninterruptibly();
                    });
        }

        @Override
        public List<FilmMark> marks(Take take) throws Failure {
            return films.marks(take);
        }

        @Override
        public void mark(Shipment parcel, Take take, FilmMark mark, long frame) throws Failure {
            films.mark(parcel, take, mark, frame);
        }

        @Override
        public void unmark(Shipment parcel, Take take, FilmMark.Kind kind) throws Failure {
            films.unmark(parcel, take, kind);
        }

        @Override
        public FrameCopy.Made frame(Shipment parcel, Take take, Duration at) throws Failure {
            return films.frame(parcel, take, at);
        }

        @Override
        public void copied(Shipment parcel) throws Failure {
            films.copied(parcel);
        }

        @Override
        public Path copies() {
            return films.copies();
        }

        @Override
        public List<Entry> history(Shipment parcel) throws Failure {
            return films.history(parcel);
        }
    }

    /** Both pictures are of one moment, as well as the slower camera can tell. */
    private void inStep() {
        until(
                "the second camera is in step",
                () -> {
                    List<Take> takes = model.page().get().orElseThrow().shipment().takes();
                    Optional<Player.Still> one = player().frame().get();
                    Optional<Player.Still> two = player().side().get();
                    if (one.isEmpty() || two.isEmpty()) return false;
                    View first = model.take().get().orElseThrow().take().view();
                    Instant at = first(takes, first).plus(one.get().at());
                    View other = first == View.OVERVIEW ? View.LABEL : View.OVERVIEW;
                    Duration apart = Duration.between(first(takes, other).plus(two.get().at()), at);
                    // The frame that was on the screen then: not later, and no older than its turn.
                    return !apart.isNegative() && apart.toMillis() < 250;
                });
    }

    private static Instant first(List<Take> takes, View view) {
        return takes.stream()
                .filter(take -> take.view() == view)
                .findFirst()
                .flatMap(Take::stop)
                .orElseThrow()
                .firstAt();
    }

    private void history() {
        robot.interact(() -> model.open(model.page().get().orElseThrow().shipment().id()));
        until("the story is told", () -> model.history().size() > 8);
        robot.interact(() ->
                find("#history-pane", javafx.scene.control.TitledPane.class).setExpanded(true));
        settle();
        String story = labels("#history");
        assertTrue(story.contains("不早于"), story);
        assertTrue(story.contains("短片副本"), story);
        assertFalse(story.contains("{"), story);
        shoot("film-history-zh");
        robot.interact(() -> words.speak(Lang.EN));
        robot.interact(Theme.DARK::dress);
        settle();
        assertTrue(labels("#history").contains("not before"), labels("#history"));
        shoot("film-history-dark-en");
        robot.interact(Theme.LIGHT::dress);
        robot.interact(() -> words.speak(Lang.ZH));
    }

    private void verify() {
        robot.interact(() -> find("#verify-parcel", javafx.scene.control.Button.class).fire());
        until("the checks are drawn", () -> robot.lookup("#check-C14").tryQuery().isPresent());
        assertEquals(2, checks.result().get().orElseThrow().report().subjects().size());
        assertTrue(labels("#check").contains("核验通过"), labels("#check"));
        shoot("check-parcel-zh");
        press("#check-more-C1");
        shoot("check-parcel-open-zh");
        robot.interact(() -> words.speak(Lang.EN));
        robot.interact(Theme.DARK::dress);
        shoot("check-parcel-dark-en");
        robot.interact(Theme.LIGHT::dress);
        Path broken = folder.resolve("broken.pwbag");
        robot.interact(() -> {
            words.speak(Lang.ZH);
            try {
                Files.writeString(broken, "no zip");
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            checks.check(
                    List.of(
                            broken,
                            model.film().made().get().isEmpty()
                                    ? broken
                                    : model.film().made().get().getFirst()));
        });
        until("the broken bag is told", () -> robot.lookup(".check-note").tryQuery().isPresent());
        assertTrue(labels("#check").contains("核验未通过"), labels("#check"));
        shoot("check-broken-zh");
    }

    private String labels(String id) {
        StringBuilder all = new StringBuilder();
        robot.lookup(id)
                .query()
                .lookupAll(".label")
                .forEach(node -> all.append(((Label) node).getText()).append('\n'));
        return all.toString();
    }

    private List<FilmMark.Kind> kinds() {
        return model.film().marks().stream().map(FilmMark::kind).toList();
    }

    private Player player() {
        return model.film().player();
    }

    private long index() {
        return player().frame().get().map(Player.Still::index).orElse(-1L);
    }

    private String text(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }
}
