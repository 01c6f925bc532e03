package packwitness.ui.desk;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import packwitness.shipment.DeskStatus;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/** The numbers beside the picture, and what happened last. FX thread only. */
final class DeskSide {
    private static final double FEW_HOURS = 24;

    private final VBox node = new VBox();
    private final DeskViewModel model;
    private final Words words;
    private final Times times;

    DeskSide(DeskViewModel model, Words words, Times times) {
        this.model = model;
        this.words = words;
        this.times = times;
        ListView<DeskLine> lines = new ListView<>(model.lines());
        lines.setCellFactory(list -> new LineCell());
        lines.setFocusTraversable(false);
        lines.setId("desk-lines");
        lines.getStyleClass().add("desk-lines");
        lines.setPlaceholder(Panes.paragraph(words.text("ui.desk.lines.empty"), "quiet"));
        words.lang().subscribe(() -> lines.refresh());
        VBox.setVgrow(lines, Priority.ALWAYS);
        node.getStyleClass().add("desk-side");
        node.getChildren()
                .addAll(
                        new HBox(
                                fact("ui.desk.fact.packer", s -> packer(words, s), s -> false),
                                clockFact()),
                        new HBox(
                                fact(
                                        "ui.desk.fact.pre-roll",
                                        s -> s.armed() ? seconds(s.preRoll()) : "—",
                                        s -> false),
                                fact(
                                        "ui.desk.fact.disk",
                                        s -> disk(words, s),
                                        s ->
                                                s.diskHours()
                                                        .map(hours -> hours < FEW_HOURS)
                                                        .orElse(false))),
                        new HBox(
                                count("ui.desk.fact.received", s -> s.counts().received()),
                                fact(
                                        "ui.desk.fact.dropped",
                                        s -> number(s, s.counts().dropped()),
                                        s -> s.counts().dropped() > 0),
                                count("ui.desk.fact.recorded", s -> s.counts().recorded())),
                        checkpoint(),
                        Panes.label(words.text("ui.desk.lines"), "section"),
                        lines);
    }

    Region node() {
        return node;
    }

    /** Returns whose shift it is; who forgot to scan the badge is told so. */
    static String packer(Words words, DeskStatus status) {
        return status.operator().orElseGet(() -> words.say("ui.desk.packer.none"));
    }

    static String disk(Words words, DeskStatus status) {
        return status.diskHours()
                .map(hours -> words.say("ui.desk.hours", Math.floor(hours)))
                .orElse("—");
    }

    static String clock(Words words, DeskClock clock) {
        return clock.ahead()
                .map(by ->
                        words.say(
                                clock.isOff() ? "ui.desk.clock.off" : "ui.desk.clock.fair",
                                Math.abs(by.toMillis()) / 1000.0))
                .orElseGet(() -> words.say("ui.desk.clock.unknown"));
    }

    private VBox clockFact() {
        VBox fact =
                named(
                        words.text("ui.desk.fact.clock"),
                        words.text(
                                () -> clock(words, model.checkedClock().get()),
                                model.checkedClock()));
        return dressed(fact, model.checkedClock().map(DeskClock::isOff));
    }

    private VBox count(String key, Function<DeskStatus, Long> frames) {
        return fact(key, s -> number(s, frames.apply(s)), s -> false);
    }

    private VBox checkpoint() {
        VBox fact = fact("ui.desk.fact.checkpoint", s -> s.code().orElse("—"), s -> false);
        fact.setId("desk-checkpoint");
        return fact;
    }

    private VBox fact(
            String key, Function<DeskStatus, String> value, Predicate<DeskStatus> attention) {
        VBox fact =
                named(
                        words.text(key),
                        words.text(() -> value.apply(model.status().get()), model.status()));
        return dressed(fact, model.status().map(attention::test));
    }

    private static VBox named(ObservableValue<String> name, ObservableValue<String> value) {
        return new VBox(Panes.label(name, "fact-name"), Panes.label(value, "fact-value"));
    }

    private static VBox dressed(VBox fact, ObservableValue<Boolean> attention) {
        attention.subscribe(some ->
                fact.getStyleClass().setAll("fact", some ? "fact-attention" : "fact-plain"));
        HBox.setHgrow(fact, Priority.ALWAYS);
        return fact;
    }

    private String seconds(Duration length) {
        return words.say("ui.desk.seconds", length.toMillis() / 1000.0);
    }

    private static String number(DeskStatus status, long frames) {
        return status.armed() ? "%,d".formatted(frames) : "—";
    }

    private final class LineCell extends ListCell<DeskLine> {
        private final StateBadge badge = StateBadge.bare();
        private final Label at = new Label();
        private final Label text = Panes.paragraph("", "line-text");
        private final HBox box = new HBox(8, at, badge.node(), text);

        LineCell() {
            at.getStyleClass().add("line-time");
            at.setMinWidth(64);
            box.setAlignment(Pos.TOP_LEFT);
            HBox.setHgrow(text, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(DeskLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            at.setText(times.clock(line.at()));
            badge.show(line.mark());
            text.setText(words.say(line.key(), line.subject()));
            setGraphic(box);
        }
    }
}
