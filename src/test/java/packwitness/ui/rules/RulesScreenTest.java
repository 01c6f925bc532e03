package packwitness.ui.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.platform.OwnRules;
import packwitness.platform.PlatformRule;
import packwitness.storage.Vault;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The rules of the platforms over a real vault: read again, changed, refused and set back. */
class RulesScreenTest extends UiTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2027-06-22T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir private Path folder;

    private final Words words = new Words(Lang.ZH);
    private Vault vault;
    private RulesViewModel model;

    private void show() throws Exception {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        open(stage -> {
            Background now = new Background(Runnable::run, Runnable::run);
            model = new RulesViewModel(new OwnRulesService(new OwnRules(vault)), now, CLOCK);
            RulesView view = new RulesView(model, words, new QuietOutside());
            Scene scene = new Scene(view.node(), 1266, 700);
            Theme.style(scene);
            Theme.LIGHT.dress();
            stage.setScene(scene);
            stage.show();
            view.shown();
        });
        until("a rule is in hand", () -> rule() != null);
    }

    @AfterEach
    void closeVault() {
        robot.interact(() -> Theme.LIGHT.dress());
        vault.close();
    }

    private PlatformRule rule() {
        return (PlatformRule)
                find("#rule-list", ListView.class).getSelectionModel().getSelectedItem();
    }

    @Test
    void aRuleIsReadAgainChangedAndSetBackByKeyboard() throws Exception {
        show();
        shots("rules-stale");
        assertTrue(model.stale(rule()), "shipped rules are old by then");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until("it was read today", () -> !model.stale(rule()));
        int most = rule().images().most();
        robot.interact(() -> find("#rule-MOST", TextField.class).setText(String.valueOf(most + 3)));
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        until("it takes more", () -> rule().images().most() == most + 3);
        assertFalse(find("#rules-done", Label.class).getText().isBlank());
        shots("rules-saved");
        robot.interact(() -> find("#rule-reset", Button.class).fire());
        until("it is as shipped", () -> rule().images().most() == most);
    }

    @Test
    void whatIsNoNumberIsRefusedAndNothingChanges() throws Exception {
        show();
        PlatformRule before = rule();
        robot.interact(() -> find("#rule-BYTES", TextField.class).setText("130 KB 左右"));
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        until("it is told", () -> model.trouble().get() != null);
        shots("rules-refused");
        assertEquals(before, rule());
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
