package packwitness.ui.start;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.UsKeyboard;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Optional;

/** The step at which anything may be scanned, and the scanner's settings are told. FX thread. */
final class ScannerPane {
    private final StartViewModel model;
    private final Words words;
    private final VBox node = new VBox();
    private final VBox target = new VBox(12);
    private final Timeline beat;

    ScannerPane(StartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        beat =
                new Timeline(
                        new KeyFrame(Duration.millis(100), e -> model.listen(System.nanoTime())));
        beat.setCycleCount(Animation.INDEFINITE);
        node.getStyleClass().add("start-block");
        target.setId("scan-test");
        target.getStyleClass().add("scan-test");
        target.setFocusTraversable(true);
        target.accessibleTextProperty().bind(words.text("start.scanner.lesson"));
        target.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        target.addEventHandler(
                KeyEvent.KEY_TYPED,
                e -> {
                    for (char key : e.getCharacter().toCharArray())
                        model.type(key, System.nanoTime());
                    e.consume();
                });
        target.setOnMouseClicked(e -> target.requestFocus());
        node.getChildren().addAll(Panes.paragraph(words.text("start.scanner.lesson")), target);
        model.heard().subscribe(now -> fill(now));
        words.lang().subscribe(now -> fill(model.heard().get()));
        node.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) beat.stop();
                });
        model.step()
                .subscribe(now -> {
                    if (now == StartStep.SCANNER) {
                        beat.playFromStart();
                        target.requestFocus();
                    } else beat.stop();
                });
    }

    Node node() {
        return node;
    }

    // Enter must not press the button for the next step while somebody scans; Tab leaves between.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !model.isScanning()) return;
        model.press(UsKeyboard.of(event), System.nanoTime());
        event.consume();
    }

    private void fill(Optional<ScannerTrial.Heard> now) {
        if (now.isEmpty()) {
            target.getChildren()
                    .setAll(Panes.paragraph(words.say("start.scanner.waiting"), "empty-title"));
            return;
        }
        ScannerTrial.Heard scan = now.get();
        Label text = Panes.paragraph(scan.text(), "scan-read");
        text.setId("scan-read");
        target.getChildren()
                .setAll(
                        text,
                        line(Mark.READY, words.say("start.scanner.kind." + scan.kind())),
                        line(
                                scan.fast() ? Mark.READY : Mark.ATTENTION,
                                words.say(
                                        scan.fast() ? "start.scanner.fast" : "start.scanner.slow",
                                        scan.text().length(),
                                        scan.took().toMillis())),
                        line(
                                scan.ending() == ScannerTrial.Ending.ENTER
                                        ? Mark.READY
                                        : Mark.ATTENTION,
                                words.say("start.scanner.ending." + scan.ending())),
                        line(
                                scan.layout() == ScannerTrial.Layout.SAME
                                        ? Mark.READY
                                        : Mark.ATTENTION,
                                words.say("start.scanner.layout." + scan.layout())));
    }

    private static Node line(Mark mark, String text) {
        StateBadge badge = StateBadge.bare();
        badge.show(mark);
        var row = new javafx.scene.layout.HBox(8);
        row.getChildren().addAll(List.of(badge.node(), Panes.paragraph(text)));
        return row;
    }
}
