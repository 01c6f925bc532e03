package packwitness.ui.claims;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.claim.ClaimState;
import packwitness.claim.FileRole;
import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.io.File;
import java.util.Optional;

/** The page of one case, from what is there to the paper and the outcome. */
final class CasePane {
    private final ClaimsViewModel model;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final ScrollPane node;
    private final VBox findings = new VBox(12);
    private final FlowPane checks = new FlowPane(12, 8);
    private final StateBadge left = StateBadge.large();

    CasePane(ClaimsViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.outside = outside;
        VBox page =
                new VBox(
                        header(),
                        section("ui.case.checks"),
                        checks,
                        section("ui.case.pictures"),
                        dropZone(),
                        findings,
                        section("ui.case.paper"),
                        new PaperPane(model, words, outside).node(),
                        section("ui.case.outcome"),
                        outcome());
        page.getStyleClass().add("case-page");
        node = new ScrollPane(page);
        node.setId("case");
        node.setFitToWidth(true);
        node.getStyleClass().add("case-scroll");
        Panes.only(findings, Bindings.isNotEmpty(model.pictures()));
        model.page().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
        model.pictures().addListener((ListChangeListener<PictureModel>) c -> pictures());
    }

    Node node() {
        return node;
    }

    private Label section(String key) {
        return Panes.label(words.text(key), "section");
    }

    private Node header() {
        Label title = Panes.label(words.text(this::title, model.page()), "page-title");
        title.setId("case-title");
        Label sub = Panes.paragraph(words.text(this::subtitle, model.page()), "quiet");
        VBox texts = new VBox(2, title, sub);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox header = new HBox(12, texts, left.node());
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private String title() {
        return model.page()
                .get()
                .map(page ->
                        words.say(
                                "ui.case.title",
                                page.claim().amount().yuan(),
                                page.claim().platform(),
                                page.shipment().waybill().text()))
                .orElse("");
    }

    private String subtitle() {
        return model.page()
                .get()
                .map(page ->
                        words.say(
                                "ui.case.subtitle",
                                page.claim().reason(),
                                page.claim().buyer().orElse("—"),
                                page.claim().filedOn(),
                                page.claim().deadline().map(times::minute).orElse("—")))
                .orElse("");
    }

    private void fill() {
        checks.getChildren().clear();
        model.page()
                .get()
                .ifPresent(page -> {
                    RefundClaim claim = page.claim();
                    Deadline time = Deadline.of(claim, model.left(claim), words);
                    left.show(time.mark(), time.text());
                    for (Checklist.Item item : Checklist.of(page).items()) {
                        StateBadge badge = new StateBadge();
                        badge.show(item.mark(), words.say(item.key(), item.number()));
                        checks.getChildren().add(badge.node());
                    }
                });
    }

    private void pictures() {
        findings.getChildren()
                .setAll(
                        model.pictures().stream()
                                .map(picture -> new FindingsPane(picture, words).node())
                                .toList());
    }

    private Node dropZone() {
        ToggleGroup group = new ToggleGroup();
        HBox roles = new HBox();
        for (FileRole role : FileRole.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("role-" + role);
            button.textProperty().bind(words.text("ui.role." + role));
            button.setToggleGroup(group);
            button.setSelected(role == model.role().get());
            button.getStyleClass()
                    .add(
                            role == FileRole.BUYER
                                    ? "left-pill"
                                    : role == FileRole.CHAT ? "right-pill" : "center-pill");
            button.setOnAction(e -> {
                button.setSelected(true);
                model.role().set(role);
            });
            roles.getChildren().add(button);
        }
        TextField how = new TextField();
        how.setId("obtained");
        how.promptTextProperty().bind(words.text("ui.drop.how"));
        how.textProperty().bindBidirectional(model.obtained());
        HBox.setHgrow(how, Priority.ALWAYS);
        Button choose = new Button("", Panes.icon(Feather.FOLDER));
        choose.setId("choose-picture");
        choose.textProperty().bind(words.text("ui.drop.choose"));
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(e -> model.add(outside.chooseFiles(words.say("ui.drop.title"))));
        HBox row = new HBox(8, roles, how, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox lesson =
                new HBox(
                        10,
                        Panes.icon(Feather.DOWNLOAD),
                        Panes.paragraph(words.text("ui.drop.lesson"), "drop-lesson"));
        lesson.setAlignment(Pos.CENTER_LEFT);
        VBox zone = new VBox(10, lesson, row);
        zone.setId("drop-zone");
        zone.getStyleClass().add("drop-zone");
        zone.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        zone.setOnDragEntered(e -> zone.getStyleClass().add("drop-here"));
        zone.setOnDragExited(e -> zone.getStyleClass().remove("drop-here"));
        zone.setOnDragDropped(e -> {
            boolean files = e.getDragboard().hasFiles();
            if (files) model.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(files);
            e.consume();
        });
        return zone;
    }

    private Node outcome() {
        TextField why = new TextField();
        why.setId("decided-by");
        why.promptTextProperty().bind(words.text("ui.outcome.why"));
        why.textProperty().bindBidirectional(model.decidedBy());
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox row = new HBox(8, why);
        row.setAlignment(Pos.CENTER_LEFT);
        for (ClaimState state : ClaimState.values()) {
            if (state == ClaimState.OPEN) continue;
            Button button = new Button();
            button.setId("outcome-" + state);
            button.textProperty().bind(words.text("ui.outcome." + state));
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(e -> model.decide(state));
            row.getChildren().add(button);
        }
        Label decided =
                Panes.paragraph(
                        words.text(
                                () ->
                                        decided()
                                                .map(claim ->
                                                        words.say(
                                                                "ui.outcome.done",
                                                                words.say(
                                                                        "ui.claim.state."
                                                                                + claim.state()),
                                                                claim.decidedBy()
                                                                        .filter(w -> !w.isBlank())
                                                                        .orElse("—")))
                                                .orElse(""),
                                model.page()),
                        "quiet");
        Panes.only(decided, model.page().map(p -> decided().isPresent()));
        return new VBox(6, row, decided);
    }

    private Optional<RefundClaim> decided() {
        return model.page()
                .get()
                .map(ClaimPage::claim)
                .filter(claim -> claim.state() != ClaimState.OPEN);
    }
}
