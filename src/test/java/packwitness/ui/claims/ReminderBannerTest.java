package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.shop.Due;
import packwitness.shop.DueClaim;
import packwitness.shop.Reminder;
import packwitness.shop.Reminder.Stage;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.ShipmentId;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The banner that tells near deadlines, over a book that has three. */
class ReminderBannerTest extends UiTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final List<Reminder> due = new ArrayList<>();
    private final List<Reminder> noted = new ArrayList<>();
    private final List<ClaimId> opened = new ArrayList<>();
    private final QuietOutside outside = new QuietOutside();
    private final Words words = new Words(Lang.ZH);
    private ReminderBanner banner;

    private static Reminder reminder(long id, Due.Kind kind, Stage stage, Duration left) {
        RefundClaim claim =
                new RefundClaim(
                        new ClaimId(id),
                        new ShipmentId(1),
                        "拼多多",
                        "裂纹",
                        Fen.ofYuan("168.00"),
                        true,
                        LocalDate.of(2026, 11, 22),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        ClaimState.OPEN,
                        Optional.empty(),
                        NOW,
                        List.of());
        Due due = new Due(kind, "a", Optional.empty(), NOW.plus(left), true);
        return new Reminder(new DueClaim(claim, List.of(due)), due, stage);
    }

    private ClaimService book() {
        return (ClaimService)
                Proxy.newProxyInstance(
                        ClaimService.class.getClassLoader(),
                        new Class<?>[] {ClaimService.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("reminders"))
                                return due.stream().filter(one -> !noted.contains(one)).toList();
                            noted.add((Reminder) arguments[0]);
                            return null;
                        });
    }

    private void show() {
        open(stage -> {
            banner =
                    new ReminderBanner(
                            book(),
                            new Background(Runnable::run, Runnable::run),
                            words,
                            new Times(ZoneId.of("Asia/Shanghai")),
                            outside,
                            opened::add);
            Scene scene = new Scene(new VBox(banner.node()), 1266, 160);
            Theme.style(scene);
            Theme.LIGHT.dress();
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void whatIsLostFirstIsToldFirstAndAllOfItOnce() {
        due.add(reminder(1, Due.Kind.PLATFORM, Stage.SIX_HOURS, Duration.ofHours(4)));
        due.add(reminder(2, Due.Kind.RULE, Stage.DAY, Duration.ofHours(20)));
        due.add(reminder(3, Due.Kind.LAW, Stage.WEEK, Duration.ofDays(6)));
        show();
        robot.interact(() -> banner.begin());
        assertEquals(2, outside.notices().size(), "one in full and one with the number of others");
        assertTrue(outside.notices().getLast().contains("2"));
        assertTrue(banner.node().getStyleClass().contains("reminder-red"));
        assertEquals(List.of(due.getFirst()), noted, "only what stands there counts as told");
        shots("reminder-red");
        robot.interact(() -> find("#reminder-later", Button.class).fire());
        assertFalse(banner.node().getStyleClass().contains("reminder-red"));
        shots("reminder-near");
        robot.interact(() -> banner.open());
        assertEquals(List.of(new ClaimId(2)), opened);
        robot.interact(() -> find("#reminder-later", Button.class).fire());
        assertEquals(due, noted);
        assertFalse(banner.node().isVisible());
        robot.interact(() -> banner.begin());
        assertEquals(2, outside.notices().size(), "nothing is told twice");
        robot.interact(() -> banner.end());
    }

    @Test
    void aNearerStageTakesThePlaceOfTheFartherOneThatNobodyRead() {
        due.add(reminder(1, Due.Kind.PLATFORM, Stage.DAY, Duration.ofHours(20)));
        show();
        robot.interact(() -> banner.begin());
        assertFalse(banner.node().getStyleClass().contains("reminder-red"));
        due.set(0, reminder(1, Due.Kind.PLATFORM, Stage.SIX_HOURS, Duration.ofHours(20)));
        robot.interact(() -> banner.begin());
        assertTrue(banner.node().getStyleClass().contains("reminder-red"));
        assertEquals(2, outside.notices().size());
        assertEquals(2, noted.size());
        robot.interact(() -> banner.end());
    }

    @Test
    void whatIsRedGoesBeforeWhatIsNot() {
        due.add(reminder(1, Due.Kind.LAW, Stage.WEEK, Duration.ofDays(6)));
        show();
        robot.interact(() -> banner.begin());
        due.addFirst(reminder(2, Due.Kind.PLATFORM, Stage.HOUR, Duration.ofMinutes(40)));
        robot.interact(() -> banner.begin());
        robot.interact(() -> banner.open());
        assertEquals(List.of(new ClaimId(2)), opened);
        robot.interact(() -> banner.end());
    }

    @Test
    void aDeadlineThatPassedUnseenSaysSo() {
        due.add(reminder(1, Due.Kind.PLATFORM, Stage.PASSED, Duration.ofHours(-20)));
        show();
        robot.interact(() -> banner.begin());
        assertTrue(outside.notices().getFirst().contains("已于"), outside.notices().toString());
        shots("reminder-passed");
        robot.interact(() -> banner.end());
    }

    @Test
    void aCaseThatHasEndedMeanwhileIsNotToldOf() {
        due.add(reminder(1, Due.Kind.PLATFORM, Stage.HOUR, Duration.ofMinutes(30)));
        due.add(reminder(2, Due.Kind.RULE, Stage.DAY, Duration.ofHours(20)));
        show();
        robot.interact(() -> banner.begin());
        due.removeLast();
        robot.interact(() -> banner.begin());
        robot.interact(() -> find("#reminder-later", Button.class).fire());
        assertFalse(banner.node().isVisible());
        robot.interact(() -> banner.end());
    }

    private void shots(String name) {
        shoot(name + "-zh");
        robot.interact(() -> {
            words.speak(Lang.EN);
            Theme.DARK.dress();
        });
        shoot(name + "-en-dark");
        robot.interact(() -> {
            words.speak(Lang.ZH);
            Theme.LIGHT.dress();
        });
    }
}
