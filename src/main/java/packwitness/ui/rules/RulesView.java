package packwitness.ui.rules;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.platform.PlatformRule;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the platforms, to be read again and changed by the owner. FX thread only. */
public final class RulesView implements Screen {
    private final RulesViewModel model;
    private final Words words;
    private final Outside outside;
    private final BorderPane node = new BorderPane();
    private final ListView<PlatformRule> list = new ListView<>();
    private final VBox form = new VBox(12);
    private final Map<RuleField, TextField> fields = new EnumMap<>(RuleField.class);
    private final Keymap keys;
    private String shownId = "";

    public RulesView(RulesViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        form.getStyleClass().add("case-page");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        keys =
                new Keymap("ui.place.RULES")
                        .on("ui.rules.save", this::save, Keymap.ctrl(KeyCode.S))
                        .on("ui.rules.checked", this::checked, Keymap.ctrl(KeyCode.K));
        node.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        node.setId("rules");
        node.setTop(trouble.node());
        node.setLeft(board());
        node.setCenter(scroll);
        list.getSelectionModel().selectedItemProperty().subscribe(now -> fill(now));
        model.rules().addListener((ListChangeListener<PlatformRule>) c -> choose());
        words.lang()
                .subscribe(() -> {
                    list.refresh();
                    fill(list.getSelectionModel().getSelectedItem());
                });
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.read();
        list.requestFocus();
    }

    @Override
    public void prepare() {
        model.read();
    }

    @Override
    public void hidden() {}

    @Override
    public List<Keymap> keys() {
        return List.of(keys);
    }

    private void choose() {
        list.getItems().setAll(model.rules());
        for (PlatformRule rule : list.getItems())
            if (rule.id().equals(shownId)) list.getSelectionModel().select(rule);
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
    }

    private Node board() {
        list.setId("rule-list");
        list.getStyleClass().add("claim-list");
        list.setCellFactory(view -> new Card());
        list.accessibleTextProperty().bind(words.text("ui.rules.title"));
        list.setPlaceholder(Panes.paragraph(words.text("ui.rules.reading"), "quiet"));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button take = button("rules-take", "ui.rules.take", Feather.DOWNLOAD);
        take.setOnAction(e ->
                outside.chooseFiles(words.say("ui.rules.take")).stream()
                        .findFirst()
                        .ifPresent(model::take));
        Button write = button("rules-write", "ui.rules.write", Feather.UPLOAD);
        write.setOnAction(e ->
                outside.chooseFolder(words.say("ui.rules.write"), Optional.empty())
                        .ifPresent(model::write));
        HBox buttons = new HBox(8, take, write);
        VBox board =
                new VBox(
                        8,
                        new VBox(Panes.label(words.text("ui.rules.title"), "section")),
                        buttons,
                        list);
        board.getStyleClass().add("board");
        return board;
    }

    private void fill(@Nullable PlatformRule rule) {
        form.getChildren().clear();
        fields.clear();
        if (rule == null) return;
        shownId = rule.id();
        Label title =
                new Label(
                        words.say(
                                "ui.pack.channel",
                                rule.platform().in(words.lang().get()),
                                rule.channel().in(words.lang().get())));
        title.getStyleClass().add("page-title");
        title.setId("rule-title");
        StateBadge fresh = new StateBadge();
        boolean stale = model.stale(rule);
        fresh.show(
                stale ? Mark.ATTENTION : Mark.READY,
                words.say(
                        stale ? "ui.rules.stale" : "ui.rules.fresh", rule.checkedOn().toString()));
        StateBadge known = new StateBadge();
        known.show(
                rule.known() ? Mark.READY : Mark.OFF,
                words.say(rule.known() ? "ui.rules.known" : "ui.rules.unknown"));
        FlowPane badges = new FlowPane(8, 8, fresh.node(), known.node());
        form.getChildren()
                .addAll(
                        title,
                        badges,
                        Panes.paragraph(words.say("ui.rules.lesson"), "quiet"),
                        grid(rule));
        rule.deadline()
                .ifPresent(limit ->
                        form.getChildren()
                                .add(
                                        Panes.paragraph(
                                                words.say(
                                                        "ui.rules.from",
                                                        limit.from().in(words.lang().get())),
                                                "quiet")));
        form.getChildren().addAll(actions(rule), done());
    }

    private Node grid(PlatformRule rule) {
        GridPane grid = new GridPane(16, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(190);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (RuleField field : RuleField.values()) {
            TextField value = new TextField(field.of(rule));
            value.setId("rule-" + field);
            value.setMaxWidth(field == RuleField.SOURCE ? Double.MAX_VALUE : 320);
            Label name = Panes.label(words.text("ui.rules.field." + field), "field-name");
            name.setLabelFor(value);
            value.accessibleTextProperty().bind(words.text("ui.rules.field." + field));
            fields.put(field, value);
            grid.addRow(field.ordinal(), name, value);
        }
        return grid;
    }

    private Node actions(PlatformRule rule) {
        Button save = button("rule-save", "ui.rules.save", Feather.CHECK);
        save.getStyleClass().add("accent");
        save.setOnAction(e -> save());
        Button checked = button("rule-checked", "ui.rules.checked", Feather.EYE);
        checked.setOnAction(e -> checked());
        Button reset = button("rule-reset", "ui.rules.reset", Feather.ROTATE_CCW);
        reset.setOnAction(e -> model.reset(rule));
        FlowPane row = new FlowPane(8, 8, save, checked, reset);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void save() {
        PlatformRule rule = list.getSelectionModel().getSelectedItem();
        if (rule == null) return;
        Map<RuleField, String> typed = new EnumMap<>(RuleField.class);
        fields.forEach((field, value) -> typed.put(field, value.getText()));
        model.save(rule, typed);
    }

    private void checked() {
        PlatformRule rule = list.getSelectionModel().getSelectedItem();
        if (rule != null) model.checked(rule);
    }

    private Node done() {
        Label said =
                Panes.paragraph(
                        words.text(
                                () ->
                                        model.done()
                                                .get()
                                                .map(what -> words.say("ui.rules.done." + what))
                                                .orElse(""),
                                model.done()));
        said.setId("rules-done");
        return said;
    }

    private Button button(String id, String key, Feather icon) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    private final class Card extends ListCell<PlatformRule> {
        private final StateBadge badge = new StateBadge();
        private final Label platform = new Label();
        private final Label channel = new Label();
        private final VBox box =
                new VBox(4, new HBox(8, platform, Panes.gap(), badge.node()), channel);

        Card() {
            platform.getStyleClass().add("card-amount");
            channel.getStyleClass().add("quiet");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PlatformRule rule, boolean empty) {
            super.updateItem(rule, empty);
            if (empty || rule == null) {
                setGraphic(null);
                return;
            }
            boolean stale = model.stale(rule);
            badge.show(
                    stale ? Mark.ATTENTION : Mark.READY,
                    words.say(stale ? "ui.rules.card.stale" : "ui.rules.card.fresh"));
            platform.setText(rule.platform().in(words.lang().get()));
            channel.setText(rule.channel().in(words.lang().get()));
            setAccessibleText(platform.getText() + " " + channel.getText());
            setGraphic(box);
        }
    }
}
