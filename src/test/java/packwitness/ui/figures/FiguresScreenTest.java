package packwitness.ui.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import packwitness.claim.ClaimStatistics;
import packwitness.claim.ClaimStatistics.Group;
import packwitness.shop.DayFigures;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Fen;
import packwitness.value.Lang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The day at a glance, of a busy day and of a shop that has just begun. */
class FiguresScreenTest extends UiTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final Words words = new Words(Lang.ZH);
    private FiguresView view;

    private static Group group(String name, int open, int won, int lost, int back, long fen) {
        int all = open + won + lost + back;
        Fen claimed = new Fen(fen * all);
        Fen recovered = new Fen(fen * (won + back));
        return new Group(
                name,
                all,
                open,
                won,
                lost,
                back,
                claimed,
                recovered,
                new Fen(fen * lost),
                Optional.of(Duration.ofHours(30)));
    }

    private static DayFigures busy(LocalDate day) {
        return new DayFigures(
                day,
                List.of(
                        0, 0, 0, 0, 0, 0, 0, 0, 12, 61, 88, 74, 20, 66, 93, 102, 71, 55, 30, 9, 0,
                        0, 0, 0),
                List.of(512, 640, 598, 711, 455, 702, 681),
                679,
                2,
                690,
                681,
                Map.of("CAMERA_LOST", 1, "FRAMES_STOPPED", 3),
                new ClaimStatistics(
                        group("", 4, 9, 3, 1, 11_800),
                        List.of(
                                group("拼多多", 3, 6, 2, 1, 9_900),
                                group("淘宝", 1, 2, 1, 0, 16_800),
                                group("抖音", 0, 1, 0, 0, 5_900)),
                        List.of(
                                group("杯子收到就是裂的，要求仅退款", 2, 5, 1, 1, 12_000),
                                group("少发一件", 1, 3, 1, 0, 8_000),
                                group("颜色不对", 1, 1, 1, 0, 5_900)),
                        List.of(
                                group("PLATFORM", 0, 7, 2, 1, 11_000),
                                group("REGULATOR", 0, 1, 1, 0, 16_000)),
                        List.of(
                                group("PACKING_VIDEO", 0, 6, 1, 0, 11_000),
                                group("PICTURE_FINDING", 0, 3, 0, 0, 11_000),
                                group("DEADLINE_MISSED", 0, 0, 2, 0, 9_000))));
    }

    private static DayFigures empty(LocalDate day) {
        Group none = group("", 0, 0, 0, 0, 0);
        return new DayFigures(
                day,
                java.util.Collections.nCopies(24, 0),
                java.util.Collections.nCopies(DayFigures.DAYS, 0),
                0,
                0,
                0,
                0,
                Map.of(),
                new ClaimStatistics(none, List.of(), List.of(), List.of(), List.of()));
    }

    private void show(FiguresService service) {
        open(stage -> {
            Background now = new Background(Runnable::run, Runnable::run);
            view = new FiguresView(new FiguresViewModel(service, now, CLOCK), words);
            Scene scene = new Scene(view.node(), 1266, 700);
            Theme.style(scene);
            Theme.LIGHT.dress();
            stage.setScene(scene);
            stage.show();
            view.shown();
        });
    }

    @Test
    void aBusyDayIsReadAtAGlanceAndTheDayBeforeIsOneKeyAway() {
        show(FiguresScreenTest::busy);
        shots("figures");
        robot.interact(() -> find("#figures-scroll", ScrollPane.class).setVvalue(1));
        shots("figures-below");
        for (String table : List.of("#by-platform", "#by-reason", "#by-paper"))
            assertTrue(robot.lookup(table).tryQuery().isPresent(), table);
        assertTrue(find("#figures-title", Label.class).getText().contains("2026-11-22"));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertTrue(find("#figures-title", Label.class).getText().contains("2026-11-21"));
        robot.press(KeyCode.ALT).type(KeyCode.HOME).release(KeyCode.ALT);
        assertTrue(find("#figures-title", Label.class).getText().contains("2026-11-22"));
        robot.interact(() -> view.hidden());
    }

    @Test
    void aShopThatHasJustBegunIsTaught() {
        show(FiguresScreenTest::empty);
        shots("figures-empty");
        assertEquals(1, robot.lookup(".empty").queryAll().stream().filter(Node::isVisible).count());
        robot.interact(() -> view.hidden());
    }

    private void shots(String name) {
        shoot(name + "-zh");
        if (!"all".equals(System.getProperty("packwitness.shots"))) return;
        robot.interact(() -> {
            words.speak(Lang.EN);
            Theme.DARK.dress();
        });
        size(1820, 1000);
        shoot(name + "-en-dark-wide");
        size(1266, 700);
        shoot(name + "-en-dark");
        robot.interact(() -> {
            words.speak(Lang.ZH);
            Theme.LIGHT.dress();
        });
    }
}
