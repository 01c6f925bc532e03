package packwitness.ui.imports;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.orders.WatchedFolder;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.util.Optional;

/** The watched folder: which one, what became of its files, and how to switch it off. */
final class WatchPane {
    private static final int SHOWN = 6;

    private final ImportsViewModel model;
    private final Words words;
    private final Times times;
    private final VBox files = new VBox(10);
    private final VBox node;

    WatchPane(ImportsViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        this.times = times;
        Label folder =
                Panes.paragraph(
                        words.text(
                                () ->
                                        model.watched()
                                                .get()
                                                .folder()
                                                .map(path -> words.say("ui.imports.watching", path))
                                                .orElse(words.say("ui.imports.watch.none")),
                                model.watched()),
                        "quiet");
        folder.setId("import-watched");
        Button choose = new Button("", Panes.icon(Feather.FOLDER));
        choose.setId("import-watch");
        choose.getStyleClass().add("small");
        choose.textProperty().bind(words.text("ui.imports.watch.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e ->
                outside.chooseFolder(
                                words.say("ui.imports.watch.title"), model.watched().get().folder())
                        .ifPresent(path -> model.watch(Optional.of(path))));
        Button off = new Button("", Panes.icon(Feather.X));
        off.setId("import-watch-off");
        off.getStyleClass().add("small");
        off.textProperty().bind(words.text("ui.imports.watch.off"));
        off.setMinWidth(Region.USE_PREF_SIZE);
        off.setOnAction(e -> model.watch(Optional.empty()));
        Panes.only(off, model.watched().map(now -> now.folder().isPresent()));
        node =
                new VBox(
                        10,
                        Panes.label(words.text("ui.imports.watch"), "section"),
                        folder,
                        new FlowPane(8, 8, choose, off),
                        files);
        model.watched().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    Node node() {
        return node;
    }

    private void fill() {
        files.getChildren().clear();
        ImportService.Watched now = model.watched().get();
        if (now.folder().isEmpty()) return;
        if (now.seen().isEmpty())
            files.getChildren()
                    .add(Panes.paragraph(words.say("ui.imports.watch.waiting"), "quiet"));
        now.seen().stream().limit(SHOWN).forEach(one -> files.getChildren().add(row(one)));
    }

    private Node row(WatchedFolder.Seen seen) {
        StateBadge badge = StateBadge.bare();
        badge.show(seen.problem().isPresent() ? Mark.TROUBLE : Mark.READY);
        VBox text = new VBox(2, Panes.paragraph(String.valueOf(seen.file().getFileName())));
        if (seen.problem().isPresent()) {
            Object[] details = seen.details().toArray();
            text.getChildren()
                    .addAll(
                            part(seen.problem().get() + ".what", details, "trouble-what"),
                            part(seen.problem().get() + ".safe", details, "quiet"),
                            part(seen.problem().get() + ".todo", details, "quiet"));
        } else
            text.getChildren()
                    .add(
                            Panes.paragraph(
                                    words.say("ui.imports.watch.taken", times.minute(seen.at())),
                                    "quiet"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, badge.node(), text);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Label part(String key, Object[] details, String style) {
        return Panes.paragraph(words.say(key, details), style);
    }
}
