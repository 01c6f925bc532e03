package packwitness.ui.shipments;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.shipment.FilmMark;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Player;
import packwitness.ui.kit.PlayerView;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TrackMark;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The player with what can be taken out of a film: pictures, marks, a short clip. FX thread only.
 */
final class FilmPane {
    /** The height of a window that has no room for a lesson beside the film. */
    private static final double LOW = 620;

    private final FilmViewModel model;
    private final Words words;
    private final Outside outside;
    private final PlayerView player;
    private final Keymap keymap;
    private final BooleanProperty clipping = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper bench = new ReadOnlyBooleanWrapper();
    private final VBox node = new VBox(6);

    FilmPane(FilmViewModel model, Words words, Outside outside, Node takes) {
        this.model = model;
        this.keymap = bound();
        this.words = words;
        this.outside = outside;
        this.player = new PlayerView(model.player(), words);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        VBox.setVgrow(player.node(), Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        node.getChildren().addAll(tools(takes), player.node(), clipRow(), made(), trouble.node());
        bench.bind(
                Bindings.createBooleanBinding(
                        () -> clipping.get() && model.player().frame().get().isPresent(),
                        clipping,
                        model.player().frame()));
        bench.subscribe(now -> {
            node.getStyleClass().remove("clip-bench");
            if (now) node.getStyleClass().add("clip-bench");
        });
        model.marks().addListener((ListChangeListener<FilmMark>) change -> drawMarks());
        words.lang().subscribe(() -> drawMarks());
    }

    Node node() {
        return node;
    }

    /** Returns whether a clip is being chosen or cut, for which the film needs all the room. */
    ReadOnlyBooleanProperty clipping() {
        return bench.getReadOnlyProperty();
    }

    /** Puts the tools of a clip away; another film is shown. */
    void putAway() {
        clipping.set(false);
    }

    /** Goes to a place in the film and stands there. */
    void stand(Duration at) {
        player.stand(at);
    }

    /** Handles a key of the player or of its tools; returns whether it was one. */
    boolean key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return false;
        return keymap.handle(event) || player.key(event);
    }

    /** Returns the keys of the film and of its tools. */
    List<Keymap> keymaps() {
        return List.of(keymap, player.keymap());
    }

    private Keymap bound() {
        return new Keymap("kit.keys.film")
                .on(
                        "kit.keys.film.goods",
                        () -> model.mark(FilmMark.Kind.GOODS),
                        Keymap.key(KeyCode.G))
                .on(
                        "kit.keys.film.seal",
                        () -> model.mark(FilmMark.Kind.SEAL),
                        Keymap.key(KeyCode.S))
                .on(
                        "kit.keys.film.label",
                        () -> model.mark(FilmMark.Kind.LABEL),
                        Keymap.key(KeyCode.B))
                .on("kit.keys.film.from", () -> edge(model::begin), Keymap.key(KeyCode.I))
                .on("kit.keys.film.to", () -> edge(model::end), Keymap.key(KeyCode.O));
    }

    private void edge(Runnable set) {
        clipping.set(true);
        set.run();
    }

    /** Puts what is shown on the clipboard, the pictures of two cameras side by side. */
    void copyPicture() {
        List<Player.Still> stills = new ArrayList<>();
        model.player().frame().get().ifPresent(stills::add);
        model.player().side().get().ifPresent(stills::add);
        if (stills.isEmpty()) return;
        ClipboardContent content = new ClipboardContent();
        content.putImage(image(stills));
        Clipboard.getSystemClipboard().setContent(content);
        model.copied();
    }

    private static WritableImage image(List<Player.Still> stills) {
        int width = stills.stream().mapToInt(Player.Still::width).sum();
        int height = stills.stream().mapToInt(Player.Still::height).max().orElse(0);
        ByteBuffer all = ByteBuffer.allocate(width * height * 4);
        int left = 0;
        for (Player.Still still : stills) {
            for (int row = 0; row < still.height(); row++)
                all.position((row * width + left) * 4)
                        .put(still.bgra(), row * still.width() * 4, still.width() * 4);
            left += still.width();
        }
        all.clear();
        return new WritableImage(
                new PixelBuffer<>(width, height, all, PixelFormat.getByteBgraPreInstance()));
    }

    private Node tools(Node takes) {
        Button copy = tool("copy-picture", Feather.COPY, "ui.shipment.copy", this::copyPicture);
        Button save = tool("save-picture", Feather.IMAGE, "ui.film.save", model::save);
        save.disableProperty().bind(sealed().not());
        ToggleButton clip = new ToggleButton("", Panes.icon(Feather.SCISSORS));
        clip.setId("clip");
        clip.getStyleClass().addAll("flat", "small");
        clip.textProperty().bind(words.text("ui.clip.open"));
        clip.selectedProperty().bindBidirectional(clipping);
        clip.disableProperty().bind(sealed().not());
        HBox marks = new HBox(2, Panes.label(words.text("ui.film.marks"), "quiet"));
        for (FilmMark.Kind kind : FilmMark.Kind.values())
            if (kind.isSet()) marks.getChildren().add(markButton(kind));
        marks.setAlignment(Pos.CENTER_LEFT);
        FlowPane row = new FlowPane(8, 4, takes, marks, copy, save, clip);
        row.setAlignment(Pos.CENTER_LEFT);
        return Panes.only(row, model.player().frame().map(Optional::isPresent));
    }

    private javafx.beans.binding.BooleanBinding sealed() {
        return Bindings.createBooleanBinding(model::isSealed, model.player().frame());
    }

    private Button markButton(FilmMark.Kind kind) {
        Button button = new Button();
        button.setId("mark-" + kind);
        button.getStyleClass().addAll("small", "flat", "mark-button", style(kind));
        button.textProperty().bind(words.text("ui.film.mark." + kind));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("ui.film.mark.hint"));
        button.setTooltip(tip);
        button.setOnAction(e -> model.mark(kind));
        return button;
    }

    private static String style(FilmMark.Kind kind) {
        return "film-mark-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private void drawMarks() {
        player.marks()
                .setAll(
                        model.marks().stream()
                                .map(mark ->
                                        new TrackMark(
                                                mark.at(),
                                                words.say("ui.film.flag." + mark.kind()),
                                                words.say(
                                                        "ui.film.flag.says",
                                                        words.say("ui.film.says." + mark.kind()),
                                                        Times.exact(mark.at())),
                                                style(mark.kind())))
                                .toList());
    }

    private Button tool(String id, Feather icon, String key, Runnable action) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private Node clipRow() {
        Button from = tool("clip-from", Feather.CORNER_DOWN_RIGHT, "ui.clip.from", model::begin);
        from.textProperty().bind(edgeText("ui.clip.from", "ui.clip.beginning", true));
        Button to = tool("clip-to", Feather.CORNER_DOWN_LEFT, "ui.clip.to", model::end);
        to.textProperty().bind(edgeText("ui.clip.to", "ui.clip.ending", false));
        ToggleGroup group = new ToggleGroup();
        HBox limits = new HBox();
        for (FilmViewModel.Limit limit : FilmViewModel.Limit.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("clip-" + limit);
            button.textProperty().bind(words.text("ui.clip.limit", limit.megabytes));
            button.setToggleGroup(group);
            button.getStyleClass()
                    .addAll(
                            "small",
                            limit == FilmViewModel.Limit.MB_10 ? "left-pill" : "right-pill");
            button.setOnAction(e -> {
                button.setSelected(true);
                model.limit().set(limit);
            });
            model.limit().subscribe(now -> button.setSelected(now == limit));
            limits.getChildren().add(button);
        }
        Button cut = tool("clip-cut", Feather.SCISSORS, "ui.clip.cut", model::cut);
        cut.getStyleClass().setAll("button", "small", "accent");
        FlowPane choice = new FlowPane(8, 4, from, to, limits, cut);
        choice.setAlignment(Pos.CENTER_LEFT);
        Button stop = tool("clip-cancel", Feather.X, "ui.clip.cancel", model::cancel);
        Node working = working(stop);
        // What is being cut stands where it was ordered, so that nothing moves under the film. The
        // focus goes along: left alone it would look for a place below, and the page would scroll.
        model.progress()
                .map(Optional::isPresent)
                .subscribe(cutting -> {
                    boolean holds = cutting ? cut.isFocused() : stop.isFocused();
                    working.setVisible(cutting);
                    if (!cutting) choice.setVisible(true);
                    if (holds) (cutting ? stop : cut).requestFocus();
                    if (cutting) choice.setVisible(false);
                });
        StackPane row = new StackPane(choice, working);
        Label lesson = Panes.paragraph(words.text("ui.clip.lesson"), "quiet");
        Panes.only(
                lesson,
                node.sceneProperty()
                        .flatMap(Scene::heightProperty)
                        .map(height -> height.doubleValue() > LOW)
                        .flatMap(high -> model.made().map(made -> high && made.isEmpty()))
                        .orElse(false));
        VBox box = new VBox(4, row, lesson);
        box.getStyleClass().add("clip-row");
        return Panes.only(box, bench);
    }

    private javafx.beans.value.ObservableValue<String> edgeText(
            String key, String without, boolean begin) {
        return words.text(
                () ->
                        words.say(
                                key,
                                (begin ? model.from() : model.to())
                                        .get()
                                        .map(Times::exact)
                                        .orElseGet(() -> words.say(without))),
                begin ? model.from() : model.to());
    }

    private Node working(Button stop) {
        ProgressBar bar = new ProgressBar();
        bar.setId("clip-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty()
                .bind(
                        model.progress()
                                .map(now -> now.map(FilmViewModel.Progress::share).orElse(0.0)));
        Label left =
                Panes.label(
                        words.text(
                                () ->
                                        model.progress()
                                                .get()
                                                .flatMap(FilmViewModel.Progress::left)
                                                .map(time ->
                                                        words.say(
                                                                "ui.clip.left",
                                                                Math.max(1, time.toSeconds())))
                                                .orElseGet(() -> words.say("ui.clip.working")),
                                model.progress()),
                        "quiet");
        left.setId("clip-left");
        left.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, bar, left, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node made() {
        Label text =
                Panes.paragraph(
                        words.text(
                                () ->
                                        model.made().get().isEmpty()
                                                ? ""
                                                : words.say(
                                                        "ui.film.made",
                                                        words.list(
                                                                model.made().get().stream()
                                                                        .map(Path::getFileName)
                                                                        .map(String::valueOf)
                                                                        .toList())),
                                model.made()));
        text.setId("film-made");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button files =
                tool("film-copy-file", Feather.CLIPBOARD, "ui.film.copy-file", this::copyFiles);
        Button folder =
                tool(
                        "film-open-folder",
                        Feather.FOLDER,
                        "ui.film.folder",
                        () -> outside.open(model.copies()));
        HBox row = new HBox(10, Panes.icon(Feather.CHECK), text, files, folder);
        row.getStyleClass().add("imported");
        row.setAlignment(Pos.CENTER_LEFT);
        return Panes.only(row, model.made().map(list -> !list.isEmpty()));
    }

    /** Puts the files on the clipboard, to be pasted into a chat. */
    private void copyFiles() {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(model.made().get().stream().map(Path::toFile).toList());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
