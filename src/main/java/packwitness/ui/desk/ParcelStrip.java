package packwitness.ui.desk;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.util.Optional;

/**
 * What is to be packed and what was written for the packer, below the band; takes no room while
 * there is nothing to say. Its sizes follow the width of the window, like those of the band.
 */
final class ParcelStrip {
    private static final int GOODS_SHOWN = 3;

    private final VBox node = new VBox();
    private final DeskViewModel model;
    private final Words words;

    ParcelStrip(DeskViewModel model, Words words) {
        this.model = model;
        this.words = words;
        node.setId("desk-parcel");
        node.getStyleClass().add("desk-parcel");
        node.getChildren().addAll(recovered(), note(), goods());
        node.styleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> StateBand.fontSize(node.getWidth()), node.widthProperty()));
    }

    Region node() {
        return node;
    }

    private HBox goods() {
        HBox row =
                row(
                        Feather.PACKAGE,
                        "desk-goods",
                        words.text(
                                () -> model.order().get().map(this::goods).orElse(""),
                                model.order()));
        return Panes.only(
                row, model.order().map(found -> found.filter(o -> o.pieces() > 0).isPresent()));
    }

    private String goods(DeskOrder order) {
        String shown =
                order.goods().stream()
                        .limit(GOODS_SHOWN)
                        .map(one ->
                                words.say(
                                        "ui.desk.goods.one",
                                        one.title(),
                                        one.variant(),
                                        one.quantity()))
                        .reduce((a, b) -> a + "　" + b)
                        .orElse("");
        int more = order.goods().size() - GOODS_SHOWN;
        return words.say("ui.desk.goods", order.pieces(), shown)
                + (more > 0 ? "　" + words.say("ui.desk.goods.more", more) : "");
    }

    private HBox note() {
        ObservableValue<Optional<String>> note =
                model.order().map(found -> found.flatMap(DeskOrder::note));
        HBox row =
                row(
                        Feather.MESSAGE_SQUARE,
                        "desk-note",
                        words.text(
                                () ->
                                        words.say(
                                                "ui.desk.note",
                                                model.order()
                                                        .get()
                                                        .flatMap(DeskOrder::note)
                                                        .orElse("")),
                                model.order()));
        return Panes.only(row, note.map(Optional::isPresent));
    }

    private HBox recovered() {
        HBox row =
                row(
                        Feather.LIFE_BUOY,
                        "desk-recovered",
                        words.text(
                                () -> words.say("ui.desk.recovered", model.recoveredTakes().get()),
                                model.recoveredTakes()));
        return Panes.only(row, model.recoveredTakes().map(count -> count.intValue() > 0));
    }

    private static HBox row(Feather icon, String name, ObservableValue<String> text) {
        Label label = Panes.paragraph(text);
        label.setId(name);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(Panes.icon(icon), label);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("desk-parcel-row", name);
        return row;
    }
}
