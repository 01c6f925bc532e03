package packwitness.ui.desk;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.TextAlignment;

import packwitness.orders.Refund;
import packwitness.shipment.DeskStatus;
import packwitness.shipment.View;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.util.Optional;

/**
 * The full-width band that is read from three metres: shape, word, the last six digits, the time.
 * All its sizes follow the width of the window.
 */
final class StateBand {
    private static final double DESIGN_WIDTH = 1366;
    private static final double DESIGN_SIZE = 15;
    private static final double LEAST_WIDTH = 480;
    private static final int DIGITS = 6;
    private static final int READABLE = 26;

    private final HBox node = new HBox();
    private final DeskViewModel model;
    private final Words words;
    private final Times times;

    StateBand(DeskViewModel model, Words words, Times times) {
        this.times = times;
        this.model = model;
        this.words = words;
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("desk-band");
        node.getChildren().addAll(shape(), saying(), digits(), elapsed(), acknowledge());
        // Never by more than the window: long words would widen the band, and that the words.
        ObservableValue<Number> window =
                node.sceneProperty().flatMap(Scene::widthProperty).orElse(DESIGN_WIDTH);
        node.styleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        fontSize(
                                                Math.min(
                                                        node.getWidth(),
                                                        window.getValue().doubleValue())),
                                node.widthProperty(),
                                window));
        model.state().subscribe(state -> node.getStyleClass().setAll("desk-band", state.style()));
    }

    Region node() {
        return node;
    }

    /** Returns the style that fits a band of this width. */
    static String fontSize(double width) {
        double size = Math.max(LEAST_WIDTH, width) / DESIGN_WIDTH * DESIGN_SIZE;
        return "-fx-font-size: " + Math.round(size * 10) / 10.0 + "px;";
    }

    private Node shape() {
        SVGPath path = new SVGPath();
        path.setFillRule(FillRule.EVEN_ODD);
        path.getStyleClass().add("band-shape");
        path.contentProperty().bind(model.state().map(DeskState::outline));
        path.scaleXProperty().bind(node.heightProperty().multiply(0.42 / 24));
        path.scaleYProperty().bind(path.scaleXProperty());
        StackPane place = new StackPane(path);
        place.getStyleClass().add("band-shape-place");
        place.minWidthProperty().bind(node.heightProperty().multiply(0.6));
        return place;
    }

    private Node saying() {
        Label word =
                Panes.label(
                        words.text(
                                () -> words.say("ui.desk.state." + model.state().get()),
                                model.state()),
                        "band-word");
        word.setId("desk-state");
        Label detail =
                Panes.label(
                        words.text(
                                this::detail,
                                model.state(),
                                model.status(),
                                model.wrong(),
                                model.refund()),
                        "band-detail");
        detail.setId("desk-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        word.setMinWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(word, detail);
        box.getStyleClass().add("band-saying");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane place = new StackPane(box);
        place.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(place, Priority.ALWAYS);
        return place;
    }

    private Node acknowledge() {
        Button acknowledge = new Button();
        acknowledge.setId("desk-acknowledge");
        acknowledge.getStyleClass().add("band-button");
        acknowledge.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.setTextAlignment(TextAlignment.CENTER);
        acknowledge.setFocusTraversable(false);
        acknowledge.textProperty().bind(words.text("ui.desk.acknowledge"));
        acknowledge.setOnAction(e -> model.acknowledge());
        return Panes.only(
                acknowledge,
                Bindings.createBooleanBinding(
                        () ->
                                model.state().get() == DeskState.REFUND_OPEN
                                        || model.state().get().mark() == Mark.TROUBLE
                                                && !model.acknowledged().get(),
                        model.state(),
                        model.acknowledged()));
    }

    private String detail() {
        DeskStatus status = model.status().get();
        boolean running = status.running().isPresent();
        Optional<String> hint = Alarms.hint(status.alarms());
        return switch (model.state().get()) {
            case OFF -> words.say("ui.desk.detail.OFF");
            case ARMING -> words.say("ui.desk.detail.ARMING", model.camera());
            case READY -> words.say(hint.orElse("ui.desk.detail.READY"));
            case RECORDING ->
                    words.say(
                            "ui.desk.detail.RECORDING",
                            isBound(status)
                                    ? waybill(status)
                                    : words.say("ui.desk.unbound", tail(waybill(status))),
                            hint.map(words::say).orElse(goods(status)));
            case WRONG_CODE ->
                    words.say(
                            running
                                    ? "ui.desk.detail.WRONG_CODE.recording"
                                    : "ui.desk.detail.WRONG_CODE",
                            words.say(
                                    ScanWords.what(model.wrong().get()),
                                    shortened(model.wrong().get())),
                            words.say(ScanWords.todo(model.wrong().get())));
            case CLOSING ->
                    words.say(
                            "ui.desk.detail.CLOSING",
                            status.closesIn().map(left -> left.toSeconds() + 1).orElse(1L));
            case REFUND_OPEN -> model.refund().get().map(this::refund).orElse("");
            case ATTENTION -> words.say(hint.orElse("ui.desk.detail.READY"));
            case ONE_CAMERA -> {
                String alarm = Alarms.serious(status.alarms()).orElse("");
                yield words.say(
                        "ui.desk.detail.ONE_CAMERA",
                        words.say("ui.desk.view." + Alarms.view(alarm).orElse(View.OVERVIEW)),
                        words.say(Alarms.key(alarm)));
            }
            case NOT_RECORDING -> words.say(Alarms.key(Alarms.serious(status.alarms()).orElse("")));
        };
    }

    /** What is known and how old it is: the last import may be of yesterday. */
    private String refund(Refund refund) {
        return words.say(
                "ui.desk.detail.REFUND_OPEN",
                shortened(refund.words()),
                refund.amount().map(amount -> "¥" + amount.yuan()).orElse(""),
                times.minute(refund.toldAt()));
    }

    private Node digits() {
        Label digits =
                Panes.label(
                        model.status().map(StateBand::waybill).map(StateBand::tail), "band-digits");
        digits.setId("desk-digits");
        digits.setMinWidth(Region.USE_PREF_SIZE);
        // While nothing is recorded no number may look as if its parcel were.
        return Panes.only(digits, model.state().map(state -> state != DeskState.NOT_RECORDING));
    }

    private Node elapsed() {
        Label time =
                Panes.label(
                        model.status()
                                .map(DeskStatus::running)
                                .map(run -> run.map(r -> Times.length(r.elapsed())).orElse("")),
                        "band-elapsed");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Label take =
                Panes.label(
                        words.text(
                                () -> words.say("ui.desk.take", takeNumber(model.status().get())),
                                model.status()),
                        "band-take");
        take.setMinWidth(Region.USE_PREF_SIZE);
        Panes.only(take, model.status().map(s -> takeNumber(s) > 1));
        VBox box = new VBox(time, take);
        box.getStyleClass().add("band-time");
        box.setAlignment(Pos.CENTER_RIGHT);
        // The button that ends the alarm needs the room.
        return Panes.only(
                box,
                model.state()
                        .map(state -> state.mark() != Mark.TROUBLE && state.mark() != Mark.STOP));
    }

    private static boolean isBound(DeskStatus status) {
        return status.running().map(DeskStatus.Running::bound).orElse(true);
    }

    private static int takeNumber(DeskStatus status) {
        return status.running().map(DeskStatus.Running::takeNumber).orElse(0);
    }

    private static String waybill(DeskStatus status) {
        return status.running().map(run -> run.waybill().text()).orElse("");
    }

    private static String goods(DeskStatus status) {
        return status.running().map(DeskStatus.Running::goods).orElse("");
    }

    private static String tail(String waybill) {
        return waybill.substring(Math.max(0, waybill.length() - DIGITS));
    }

    private static String shortened(String read) {
        return read.length() <= READABLE ? read : read.substring(0, READABLE) + "…";
    }
}
