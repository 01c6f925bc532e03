package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.inspect.FindingWords;
import packwitness.inspect.Inspection;
import packwitness.inspect.Sign;
import packwitness.inspect.compare.Comparison;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One received picture with what it says and how it compares; plain sentences first. */
final class FindingsPane {
    private static final double THUMBNAIL = 150;
    private static final double STAGE = 430;

    private final ClaimsViewModel model;
    private final PictureModel picture;
    private final Words words;
    private final VBox node = new VBox(12);

    FindingsPane(ClaimsViewModel model, PictureModel picture, Words words) {
        this.model = model;
        this.picture = picture;
        this.words = words;
        node.getStyleClass().add("finding-card");
        picture.report().subscribe(now -> fill());
        picture.comparing().subscribe(now -> fill());
        picture.trouble().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    Node node() {
        return node;
    }

    private void fill() {
        Exception trouble = picture.trouble().get();
        Optional<PictureReport> report = picture.report().get();
        if (trouble != null) {
            TroublePane pane = new TroublePane(words);
            pane.shown().set(trouble);
            node.getChildren().setAll(name(), pane.node());
        } else if (report.isEmpty()) {
            node.getChildren().setAll(name(), working("ui.picture.inspecting"));
        } else {
            found(report.get());
        }
    }

    private void found(PictureReport report) {
        Inspection inspection = report.inspection();
        VBox said =
                new VBox(
                        10,
                        name(),
                        sentences(inspection.words(words.lang().get()), "finding-main"));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox top = new HBox(16, thumbnail(report.thumbnail()), said);
        node.getChildren().setAll(top);
        picture.compared().get().ifPresent(one -> node.getChildren().add(compared(one)));
        if (picture.comparing().get()) node.getChildren().add(working("ui.picture.comparing"));
        if (!inspection.signs().isEmpty())
            node.getChildren().add(Panes.label(words.text("ui.picture.signs"), "section"));
        for (Sign sign : inspection.signs()) node.getChildren().add(sign(sign));
    }

    private Node working(String key) {
        return Working.row(words.say(key));
    }

    private Node name() {
        return Panes.paragraph(
                words.say(
                        "ui.picture.name",
                        picture.file().name(),
                        (picture.file().bytes() + 1023) / 1024,
                        picture.file().sha256().brief()),
                "quiet");
    }

    private static Node thumbnail(Optional<Image> image) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(THUMBNAIL, THUMBNAIL);
        frame.setMaxSize(THUMBNAIL, THUMBNAIL);
        if (image.isPresent()) {
            ImageView view = new ImageView(image.get());
            view.setPreserveRatio(true);
            view.setFitWidth(THUMBNAIL);
            view.setFitHeight(THUMBNAIL);
            frame.getChildren().add(view);
        } else {
            frame.getChildren().add(Panes.icon(Feather.IMAGE));
        }
        return frame;
    }

    private Node sentences(FindingWords said, String style) {
        return new VBox(
                4,
                Panes.paragraph(said.says(), style),
                Panes.paragraph(words.say("ui.finding.proves", said.proves()), "finding-proves"),
                Panes.paragraph(
                        words.say("ui.finding.does-not-prove", said.doesNotProve()),
                        "finding-limits"));
    }

    private Node sign(Sign sign) {
        StateBadge strength = new StateBadge();
        strength.show(
                switch (sign.strength()) {
                    case A -> Mark.RUNNING;
                    case B -> Mark.ATTENTION;
                    case C -> Mark.OFF;
                },
                words.say("ui.strength." + sign.strength()));
        VBox left = new VBox(6, strength.node());
        left.setMinWidth(130);
        if (sign.speaksForTheBuyer()) {
            StateBadge buyer = new StateBadge();
            buyer.show(Mark.READY, words.say("ui.picture.for-buyer"));
            left.getChildren().add(buyer.node());
        }
        VBox right = new VBox(4, sentences(sign.words(words.lang().get()), "finding-says"));
        String read = read(sign);
        if (!read.isEmpty()) right.getChildren().add(Panes.paragraph(read, "finding-facts"));
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(12, left, right);
        row.getStyleClass().add("finding-row");
        return row;
    }

    private static String read(Sign sign) {
        String facts =
                sign.facts().entrySet().stream()
                        .filter(fact -> !fact.getValue().isBlank())
                        .map(FindingsPane::fact)
                        .collect(Collectors.joining("  "));
        return sign.place().isBlank() ? facts : (sign.place() + "  " + facts).strip();
    }

    private static String fact(Map.Entry<String, String> fact) {
        return fact.getKey() + "=" + fact.getValue();
    }

    private Node compared(Compared one) {
        Comparison comparison = one.comparison();
        VBox box = new VBox(8);
        box.getStyleClass().add("comparison");
        StateBadge badge = new StateBadge();
        badge.show(
                comparison.changed() ? Mark.RUNNING : comparison.copy() ? Mark.ATTENTION : Mark.OFF,
                words.say(
                        comparison.changed()
                                ? "ui.compare.changed"
                                : comparison.copy() ? "ui.compare.copy" : "ui.compare.other"));
        Label with =
                Panes.paragraph(
                        words.say(
                                one.listing() ? "ui.compare.listing" : "ui.compare.still",
                                one.ours()),
                        "quiet");
        HBox head = new HBox(12, badge.node(), with);
        head.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(head);
        box.getChildren().add(Panes.paragraph(comparison.says(words.lang().get()), "finding-says"));
        if (comparison.changed())
            box.getChildren()
                    .add(
                            Panes.paragraph(
                                    words.say("ui.compare.regions", comparison.regions().size()),
                                    "finding-proves"));
        for (String sentence : comparison.limitsSay(words.lang().get()))
            box.getChildren().add(Panes.paragraph(sentence, "finding-limits"));
        one.pair().ifPresent(pair -> box.getChildren().add(stage(pair)));
        return box;
    }

    private Node stage(Pair pair) {
        PictureStage stage = new PictureStage(pair, words, false);
        VBox place = new VBox(stage.node());
        VBox.setVgrow(stage.node(), Priority.ALWAYS);
        place.setMinHeight(STAGE);
        place.setPrefHeight(STAGE);
        Button large = new Button("", Panes.icon(Feather.MAXIMIZE_2));
        large.setId("enlarge");
        large.textProperty().bind(words.text("ui.stage.large"));
        large.setMinWidth(Button.USE_PREF_SIZE);
        large.setOnAction(e -> model.enlarge(pair));
        HBox row = new HBox(Panes.gap(), large);
        return new VBox(6, place, row);
    }
}
