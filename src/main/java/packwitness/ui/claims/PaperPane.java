package packwitness.ui.claims;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.dossier.paper.Addressee;
import packwitness.platform.PlatformRule;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;

/** Who the paper is for, its pages, its sentences, and handing it out. FX thread only. */
final class PaperPane {
    private static final double SENTENCES = 380;
    private static final double RULES = 260;
    private static final double NEAR_END = 0.6;

    private final ClaimsViewModel claims;
    private final PaperModel model;
    private final Words words;
    private final SentencesPane editor;
    private final VBox node = new VBox();
    private final VBox pages = new VBox();
    private final ScrollPane preview = new ScrollPane(pages);

    PaperPane(ClaimsViewModel claims, Words words, Outside outside) {
        this.claims = claims;
        this.model = claims.paper();
        this.words = words;
        node.setId("sheet-PAPER");
        node.getStyleClass().add("paper-sheet");
        pages.getStyleClass().add("preview-pages");
        preview.setId("preview");
        preview.setFitToWidth(true);
        preview.getStyleClass().add("preview");
        preview.accessibleTextProperty()
                .bind(
                        words.text(
                                () -> words.say("ui.paper.preview", model.pagesInAll().get()),
                                model.pagesInAll()));
        preview.setMinWidth(200);
        preview.vvalueProperty()
                .subscribe(now -> {
                    if (now.doubleValue() > NEAR_END) model.more();
                });
        Label wait = Panes.paragraph(words.text("ui.paper.opening"), "quiet");
        Panes.only(
                wait,
                javafx.beans.binding.Bindings.isEmpty(model.pages()).map(none -> (boolean) none));
        StackPane left = new StackPane(preview, wait);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        this.editor = new SentencesPane(model, words);
        VBox sentences = editor.node();
        HBox middle = new HBox(12, left, sentences);
        VBox.setVgrow(middle, Priority.ALWAYS);
        sentences.setMinWidth(SENTENCES);
        sentences.setPrefWidth(SENTENCES);
        middle.setMinHeight(180);
        node.getChildren()
                .addAll(
                        new VBox(6, readers(), lesson(), missing()),
                        middle,
                        actions(),
                        new PaperResult(model, words, outside).node());
        model.pages().addListener((ListChangeListener<Image>) c -> draw());
        model.pagesInAll().subscribe(() -> draw());
        words.lang().subscribe(() -> draw());
    }

    Node node() {
        return node;
    }

    /** Puts the focus on the sentences. */
    void edit() {
        editor.focus();
    }

    private void draw() {
        pages.getChildren().clear();
        for (Image page : model.pages()) {
            ImageView view = new ImageView(page);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.fitWidthProperty()
                    .bind(
                            javafx.beans.binding.Bindings.createDoubleBinding(
                                    () ->
                                            Math.min(
                                                    page.getWidth(),
                                                    Math.max(
                                                            160,
                                                            preview.getViewportBounds().getWidth()
                                                                    - 24)),
                                    preview.viewportBoundsProperty()));
            view.getStyleClass().add("preview-page");
            pages.getChildren().add(view);
        }
        int more = model.pagesInAll().get() - PdfPages.MOST;
        if (more > 0)
            pages.getChildren()
                    .add(Panes.paragraph(words.say("ui.paper.more-pages", more), "quiet"));
    }

    private Node readers() {
        ToggleGroup group = new ToggleGroup();
        FlowPane readers = new FlowPane(8, 8);
        for (Addressee addressee : Addressee.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("reader-" + addressee);
            button.textProperty().bind(words.text("ui.reader." + addressee));
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.addressee().set(addressee);
            });
            model.addressee().subscribe(now -> button.setSelected(now == addressee));
            readers.getChildren().add(button);
        }
        return readers;
    }

    /** What the paper is; where it lacks something of ours, that is said instead. */
    private Node lesson() {
        Label lesson =
                Panes.paragraph(
                        words.text(
                                () -> words.say("ui.reader.lesson." + model.addressee().get()),
                                model.addressee()),
                        "quiet");
        return Panes.only(lesson, lacks().map(any -> !any));
    }

    /** What the paper cannot say of the owner yet, and where to say it. */
    private Node missing() {
        MerchantModel merchant = claims.merchant();
        StateBadge badge = StateBadge.bare();
        badge.show(Mark.ATTENTION);
        Label said =
                Panes.paragraph(
                        words.text(
                                () ->
                                        words.say(
                                                "ui.merchant.missing",
                                                words.list(
                                                        merchant
                                                                .missing(model.addressee().get())
                                                                .stream()
                                                                .map(f ->
                                                                        words.say(
                                                                                "ui.merchant." + f))
                                                                .toList())),
                                merchant.kept(),
                                model.addressee()));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button fill = new Button();
        fill.setId("paper-merchant");
        fill.getStyleClass().add("small");
        fill.textProperty().bind(words.text("ui.merchant.fill"));
        fill.setMinWidth(Button.USE_PREF_SIZE);
        fill.setOnAction(e -> merchant.edit());
        HBox row = new HBox(8, badge.node(), said, fill);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("notice");
        return Panes.only(row, lacks());
    }

    private ObservableValue<Boolean> lacks() {
        MerchantModel merchant = claims.merchant();
        return javafx.beans.binding.Bindings.createObjectBinding(
                () -> !merchant.missing(model.addressee().get()).isEmpty(),
                merchant.kept(),
                model.addressee());
    }

    private Node actions() {
        Button make = new Button("", Panes.icon(Feather.FILE_TEXT));
        make.setId("make-paper");
        make.getStyleClass().add("accent");
        make.textProperty().bind(words.text("ui.paper.make"));
        make.setMinWidth(Button.USE_PREF_SIZE);
        make.disableProperty().bind(model.working());
        make.setOnAction(e -> model.make());
        ComboBox<PlatformRule> rules = new ComboBox<>(model.rules());
        rules.setId("pack-rule");
        rules.accessibleTextProperty().bind(words.text("ui.pack.rule"));
        rules.valueProperty().bindBidirectional(model.rule());
        rules.setCellFactory(list -> new RuleCell());
        rules.setButtonCell(new RuleCell());
        rules.setMinWidth(RULES);
        rules.setMaxWidth(RULES);
        words.lang().subscribe(() -> rules.setButtonCell(new RuleCell()));
        Button pack = new Button("", Panes.icon(Feather.PACKAGE));
        pack.setId("make-pack");
        pack.textProperty().bind(words.text("ui.pack.make"));
        pack.setMinWidth(Button.USE_PREF_SIZE);
        pack.disableProperty().bind(model.working().or(model.rule().isNull()));
        pack.setOnAction(e -> model.pack());
        CheckBox english = new CheckBox();
        english.setId("paper-english");
        english.textProperty().bind(words.text("ui.paper.english"));
        english.selectedProperty().bindBidirectional(model.english());
        english.setMinWidth(CheckBox.USE_PREF_SIZE);
        HBox paper = new HBox(12, make, english);
        paper.setAlignment(Pos.CENTER_LEFT);
        HBox channel = new HBox(12, rules, pack);
        channel.setAlignment(Pos.CENTER_LEFT);
        // On a small screen the pack has a line of its own: a channel must be read to be chosen.
        return new FlowPane(24, 8, paper, channel);
    }

    private final class RuleCell extends ListCell<PlatformRule> {
        @Override
        protected void updateItem(PlatformRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setText(
                    empty || rule == null
                            ? ""
                            : words.say(
                                    "ui.pack.channel",
                                    rule.platform().in(words.lang().get()),
                                    rule.channel().in(words.lang().get())));
        }
    }
}
