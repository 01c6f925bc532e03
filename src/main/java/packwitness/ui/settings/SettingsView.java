package packwitness.ui.settings;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.setting.Setting;
import packwitness.setting.SettingBook.Held;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Optional;

/**
 * Every setting with what it does, its default, and a way back to it; found by any word of it. FX
 * thread only.
 */
public final class SettingsView implements Screen {
    private static final double EDITOR = 220;

    private final SettingsViewModel model;
    private final Words words;
    private final VBox node = new VBox();
    private final VBox rows = new VBox();
    private List<Held> filled = List.of();
    private final TextField search = new TextField();
    private final Keymap keys;

    public SettingsView(SettingsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        keys =
                new Keymap("setting.screen.keys")
                        .on("setting.screen.search", search::requestFocus, Keymap.key(KeyCode.F3))
                        .on("setting.screen.undo", model::undo, Keymap.ctrl(KeyCode.Z));
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node.setId("settings");
        node.getStyleClass().add("settings-page");
        node.getChildren().addAll(head(), trouble.node(), scroll);
        node.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        // Looked at again and found as it was, the page stays as it is.
        model.all()
                .addListener(
                        (ListChangeListener<Held>)
                                change -> {
                                    if (!filled.equals(model.all())) fill();
                                });
        model.asked().subscribe(now -> fill());
        model.changedOnly().subscribe(now -> fill());
        words.lang().subscribe(now -> fill());
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.refresh();
        search.requestFocus();
    }

    @Override
    public void prepare() {
        model.refresh();
    }

    @Override
    public void hidden() {}

    @Override
    public List<Keymap> keys() {
        return List.of(keys);
    }

    private Node head() {
        search.setId("settings-search");
        search.promptTextProperty().bind(words.text("setting.screen.prompt"));
        search.accessibleTextProperty().bind(words.text("setting.screen.prompt"));
        search.textProperty().bindBidirectional(model.asked());
        HBox.setHgrow(search, Priority.ALWAYS);
        CheckBox only = new CheckBox();
        only.setId("settings-changed");
        only.textProperty().bind(words.text("setting.screen.changed-only"));
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.selectedProperty().bindBidirectional(model.changedOnly());
        Button undo = new Button("", Panes.icon(Feather.CORNER_UP_LEFT));
        undo.setId("settings-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.textProperty()
                .bind(
                        words.text(
                                () ->
                                        model.undoable()
                                                .get()
                                                .map(held ->
                                                        words.say(
                                                                "setting.screen.undo.of",
                                                                title(held)))
                                                .orElse(words.say("setting.screen.undo")),
                                model.undoable()));
        undo.disableProperty().bind(model.undoable().map(Optional::isEmpty));
        undo.setOnAction(e -> model.undo());
        Label count =
                Panes.label(
                        words.text(
                                () ->
                                        words.say(
                                                "setting.screen.count",
                                                model.all().size(),
                                                model.all().stream().filter(Held::changed).count()),
                                model.all()),
                        "quiet");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, search, only, undo, count);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(10, Panes.label(words.text("setting.screen.title"), "page-title"), row);
    }

    private String title(Held held) {
        return words.say("setting." + held.setting().name() + ".title");
    }

    private String does(Held held) {
        return words.say("setting." + held.setting().name() + ".does");
    }

    private void fill() {
        filled = List.copyOf(model.all());
        rows.getChildren().clear();
        Setting.@Nullable Group group = null;
        for (Held held : model.all()) {
            Setting setting = held.setting();
            String heading = words.say("setting.group." + setting.group());
            if (model.changedOnly().get() && !held.changed()) continue;
            if (!Setting.fits(
                    model.asked().get(), title(held), does(held), setting.name(), heading))
                continue;
            if (group != setting.group()) {
                Label label = Panes.paragraph(heading, "section", "section-gap");
                rows.getChildren().add(label);
            }
            group = setting.group();
            rows.getChildren().add(row(held));
        }
        if (rows.getChildren().isEmpty() && !model.all().isEmpty())
            rows.getChildren()
                    .add(
                            Panes.empty(
                                    Feather.SEARCH,
                                    words.text("setting.screen.none.title"),
                                    words.text("setting.screen.none.lesson")));
    }

    private Node row(Held held) {
        Setting setting = held.setting();
        Label title = Panes.paragraph(title(held), "setting-title");
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (held.changed()) {
            StateBadge badge = new StateBadge();
            badge.show(Mark.ATTENTION, words.say("setting.screen.changed"));
            head.getChildren().add(badge.node());
        }
        String standard = words.say("setting.screen.default", word(setting, setting.standard()));
        if (!setting.now()) standard += "   " + words.say("setting.screen.opening");
        VBox says =
                new VBox(2, head, Panes.paragraph(does(held)), Panes.paragraph(standard, "quiet"));
        HBox.setHgrow(says, Priority.ALWAYS);
        Region editor = editor(held);
        editor.setId("setting-" + setting.name());
        editor.setAccessibleText(title(held));
        editor.setAccessibleHelp(does(held));
        editor.setMinWidth(EDITOR);
        editor.setMaxWidth(EDITOR);
        Button reset = new Button("", Panes.icon(Feather.ROTATE_CCW));
        reset.setId("reset-" + setting.name());
        reset.getStyleClass().addAll("button-icon", "flat");
        reset.setAccessibleText(words.say("setting.screen.reset.of", title(held)));
        reset.setTooltip(new javafx.scene.control.Tooltip(words.say("setting.screen.reset")));
        reset.setVisible(held.changed());
        reset.setOnAction(e -> model.reset(held));
        HBox row = new HBox(says, unit(setting, editor), reset);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting");
        if (held.changed()) row.getStyleClass().add("setting-changed");
        return row;
    }

    private Node unit(Setting setting, Region editor) {
        if (setting.kind() != Setting.Kind.WHOLE) return editor;
        return new VBox(
                2,
                editor,
                Panes.paragraph(
                        words.say("setting.unit." + setting.unit(), setting.possible()), "quiet"));
    }

    private Region editor(Held held) {
        Setting setting = held.setting();
        return switch (setting.kind()) {
            case FLAG -> choice(held, List.of("yes", "no"));
            case CHOICE -> choice(held, setting.of());
            case WHOLE, TEXT -> {
                TextField field = new TextField(held.value());
                field.setOnAction(e -> model.set(held, field.getText()));
                field.focusedProperty()
                        .subscribe((before, now) -> {
                            if (!now) model.set(held, field.getText());
                        });
                yield field;
            }
        };
    }

    private Region choice(Held held, List<String> values) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new Named(held.setting()));
        box.setValue(held.value());
        box.valueProperty()
                .subscribe((before, now) -> {
                    if (now != null) model.set(held, now);
                });
        return box;
    }

    private String word(Setting setting, String value) {
        return switch (setting.kind()) {
            case WHOLE -> words.say("setting.unit." + setting.unit(), value);
            case FLAG -> words.say("setting.flag." + value);
            case CHOICE -> words.say("setting." + setting.name() + ".is." + value);
            case TEXT -> value;
        };
    }

    /** Shows a value by its word. */
    private final class Named extends StringConverter<String> {
        private final Setting setting;

        Named(Setting setting) {
            this.setting = setting;
        }

        @Override
        public String toString(@Nullable String value) {
            return value == null ? "" : word(setting, value);
        }

        @Override
        public @Nullable String fromString(String text) {
            return null;
        }
    }
}
