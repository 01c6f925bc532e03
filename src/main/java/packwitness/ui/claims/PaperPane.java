package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.dossier.MadeDossier;
import packwitness.dossier.paper.Addressee;
import packwitness.ledger.Check;
import packwitness.ledger.Outcome;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.Optional;

/** Who the paper is for, making it, and where it lies. */
final class PaperPane {
    private final ClaimsViewModel model;
    private final Words words;
    private final Outside outside;
    private final VBox node = new VBox(10);
    private final VBox result = new VBox(8);

    PaperPane(ClaimsViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox working =
                new VBox(6, progress, Panes.paragraph(words.text("ui.paper.making"), "quiet"));
        Panes.only(working, model.making());
        node.getStyleClass().add("paper");
        node.getChildren().addAll(readers(), make(), working, result);
        Panes.only(result, model.made().map(Optional::isPresent));
        model.made().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    Node node() {
        return node;
    }

    private Node readers() {
        ToggleGroup group = new ToggleGroup();
        FlowPane readers = new FlowPane(8, 8);
        for (Addressee addressee : Addressee.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("reader-" + addressee);
            button.textProperty().bind(words.text("ui.reader." + addressee));
            button.setToggleGroup(group);
            button.setSelected(addressee == model.addressee().get());
            button.setOnAction(e -> {
                button.setSelected(true);
                model.addressee().set(addressee);
            });
            readers.getChildren().add(button);
        }
        Label lesson =
                Panes.paragraph(
                        words.text(
                                () -> words.say("ui.reader.lesson." + model.addressee().get()),
                                model.addressee()),
                        "quiet");
        return new VBox(8, readers, lesson);
    }

    private Node make() {
        Button make = new Button("", Panes.icon(Feather.FILE_TEXT));
        make.setId("make-paper");
        make.getStyleClass().addAll("accent", "large");
        make.textProperty().bind(words.text("ui.paper.make"));
        make.disableProperty().bind(model.making());
        make.setOnAction(e -> model.make());
        return make;
    }

    private void fill() {
        Optional<MadeDossier> made = model.made().get();
        result.getChildren().clear();
        if (made.isEmpty()) return;
        MadeDossier paper = made.get();
        StateBadge badge = new StateBadge();
        badge.show(Mark.READY, words.say("ui.paper.done"));
        Label name =
                Panes.paragraph(
                        words.say(
                                "ui.paper.file",
                                String.valueOf(paper.pdf().getFileName()),
                                paper.paper().pages(),
                                (paper.paper().bytes() + 1023) / 1024));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button open = button("ui.paper.open", Feather.EXTERNAL_LINK, paper.pdf());
        open.setId("open-paper");
        Path folder = paper.pdf().toAbsolutePath().getParent();
        HBox row = new HBox(8, badge.node(), name, open);
        if (folder != null)
            row.getChildren().add(button("ui.paper.folder", Feather.FOLDER, folder));
        row.setAlignment(Pos.CENTER_LEFT);
        result.getChildren().addAll(row, checks(paper));
        for (Check check : paper.report().checks())
            if (check.outcome() == Outcome.FAILED) result.getChildren().add(failed(check));
    }

    private Node failed(Check check) {
        Lang lang = words.lang().get();
        VBox texts =
                new VBox(
                        2,
                        Panes.paragraph(
                                words.say("ui.paper.failed", check.id(), check.title(lang)),
                                "finding-says"));
        for (String detail : check.details(lang))
            texts.getChildren().add(Panes.paragraph(detail, "finding-limits"));
        return texts;
    }

    private Node checks(MadeDossier paper) {
        long passed = count(paper, Outcome.PASSED);
        long failed = count(paper, Outcome.FAILED);
        long open = count(paper, Outcome.UNDECIDED);
        StateBadge badge = new StateBadge();
        badge.show(
                failed > 0 ? Mark.TROUBLE : Mark.READY,
                words.say("ui.paper.checks", passed, failed, open));
        return badge.node();
    }

    private static long count(MadeDossier paper, Outcome outcome) {
        return paper.report().checks().stream().filter(c -> c.outcome() == outcome).count();
    }

    private Button button(String key, Feather icon, Path target) {
        Button button = new Button("", Panes.icon(icon));
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> outside.open(target));
        return button;
    }
}
