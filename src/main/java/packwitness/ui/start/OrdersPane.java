package packwitness.ui.start;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.orders.ImportPreview;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;

import java.io.File;

/** The step at which files of orders are chosen or dropped. FX thread only. */
final class OrdersPane {
    private final StartViewModel model;
    private final Words words;
    private final VBox node = new VBox();
    private final VBox files = new VBox(8);

    OrdersPane(StartViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        node.getStyleClass().add("start-block");
        Button choose = new Button("", Panes.icon(Feather.FOLDER));
        choose.setId("start-orders");
        choose.textProperty().bind(words.text("start.orders.choose"));
        choose.setOnAction(e -> model.take(outside.chooseFiles(words.say("start.orders.choose"))));
        VBox drop = new VBox(10, Panes.paragraph(words.text("start.orders.drop")), choose);
        drop.getStyleClass().add("drop-zone");
        drop.setAlignment(Pos.CENTER);
        drop.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        drop.setOnDragDropped(e -> {
            model.take(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
            e.consume();
        });
        node.getChildren().addAll(Panes.paragraph(words.text("start.orders.lesson")), drop, files);
        model.orders().addListener((ListChangeListener<ImportPreview>) change -> fill());
        words.lang().subscribe(now -> fill());
    }

    Node node() {
        return node;
    }

    private void fill() {
        files.getChildren().setAll(model.orders().stream().map(this::row).toList());
    }

    private Node row(ImportPreview file) {
        boolean good = file.refusal().isEmpty();
        StateBadge badge = StateBadge.bare();
        badge.show(good ? Mark.READY : Mark.ATTENTION);
        Label text =
                Panes.paragraph(
                        good
                                ? words.say(
                                        "start.orders.file",
                                        file.file().getFileName(),
                                        words.say("orders.platform." + file.platform()),
                                        file.orders(),
                                        file.withoutWaybill(),
                                        file.refunds())
                                : words.say(
                                        "start.orders.refused",
                                        file.file().getFileName(),
                                        words.explain(file.refusal().orElseThrow()).what()));
        Button out = new Button("", Panes.icon(Feather.X));
        out.getStyleClass().addAll("button-icon", "flat");
        out.setAccessibleText(words.say("start.orders.leave-out"));
        out.setOnAction(e -> model.leaveOut(file));
        HBox row = new HBox(8, badge.node(), text, Panes.gap(), out);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
