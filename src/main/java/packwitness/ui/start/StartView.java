package packwitness.ui.start;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first start on the screen: the steps on the left, one of them on the right. FX thread. */
public final class StartView implements Screen {
    private static final double WIDTH = 1060;
    private static final double HEIGHT = 640;

    private final StartViewModel model;
    private final Words words;
    private final Outside outside;
    private final StackPane node = new StackPane();
    private final Button next = new Button();
    private final Keymap keys;

    public StartView(StartViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        keys =
                new Keymap("start.title")
                        .on("start.next", model::next, Keymap.alt(KeyCode.RIGHT))
                        .on("start.back", model::back, Keymap.alt(KeyCode.LEFT))
                        .on("start.skip", model::skip, Keymap.alt(KeyCode.S));
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        VBox page =
                new VBox(
                        14,
                        heading(),
                        trouble.node(),
                        step(StartStep.FOLDER, folderStep()),
                        step(StartStep.CAMERA, new CameraPane(model, words).node()),
                        step(StartStep.SCANNER, new ScannerPane(model, words).node()),
                        step(StartStep.STAMPS, new StampsPane(model, words).node()),
                        step(StartStep.ORDERS, new OrdersPane(model, words, outside).node()),
                        step(StartStep.PAPERS, new PapersPane(model, words, outside).node()),
                        step(StartStep.READY, readyStep()));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox right = new VBox(16, scroll, buttons());
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox card = new HBox(28, steps(), right);
        card.getStyleClass().add("start-card");
        card.setMaxSize(WIDTH, HEIGHT);
        node.setId("start");
        node.getStyleClass().add("start");
        node.getChildren().add(card);
        node.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        // Enter, or any scan, then leads to the next step; the scanner test has its own place.
        model.step()
                .subscribe((before, now) -> {
                    if (now != StartStep.SCANNER) next.requestFocus();
                });
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        next.requestFocus();
    }

    @Override
    public void hidden() {
        model.unwatch();
    }

    @Override
    public List<Keymap> keys() {
        return List.of(keys);
    }

    private Node heading() {
        return new VBox(
                4,
                Panes.label(
                        words.text(
                                () -> words.say("start.step." + model.step().get() + ".title"),
                                model.step()),
                        "start-title"),
                Panes.label(
                        words.text(
                                () ->
                                        words.say(
                                                "start.progress",
                                                model.step().get().ordinal() + 1,
                                                StartStep.values().length),
                                model.step()),
                        "quiet"));
    }

    /** The steps with their marks: done, now, later; an earlier one can be gone back to. */
    private Node steps() {
        VBox steps = new VBox(14);
        steps.getStyleClass().add("start-steps");
        steps.getChildren().add(Panes.label(words.text("start.title"), "section"));
        for (StartStep one : StartStep.values()) {
            Label disc = new Label(String.valueOf(one.ordinal() + 1));
            disc.getStyleClass().add("step-disc");
            Label name = Panes.label(words.text("start.step." + one), "step-name");
            HBox row = new HBox(10, disc, name);
            row.setAlignment(Pos.CENTER_LEFT);
            model.step()
                    .subscribe(now -> {
                        boolean past = one.ordinal() < now.ordinal();
                        disc.setText(past ? "✓" : String.valueOf(one.ordinal() + 1));
                        row.getStyleClass()
                                .setAll(
                                        "step",
                                        one == now
                                                ? "step-now"
                                                : past ? "step-done" : "step-later");
                    });
            steps.getChildren().add(row);
        }
        steps.getChildren().addAll(Panes.gap(), Panes.paragraph(words.text("start.lead"), "quiet"));
        return steps;
    }

    private Node step(StartStep step, Node content) {
        return Panes.only(content, model.step().map(now -> now == step));
    }

    private Node folderStep() {
        TextField folder = new TextField();
        folder.setId("start-folder");
        folder.textProperty().bindBidirectional(model.folder());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button("", Panes.icon(Feather.FOLDER));
        choose.textProperty().bind(words.text("start.folder.choose"));
        choose.setOnAction(e ->
                outside.chooseFolder(words.say("start.step.FOLDER.title"), existing())
                        .ifPresent(path -> model.folder().set(path.toString())));
        return block(
                new HBox(8, folder, choose),
                Panes.paragraph(words.text("start.folder.lesson"), "quiet"),
                Panes.paragraph(words.text("start.folder.lesson2"), "quiet"));
    }

    private Optional<Path> existing() {
        try {
            return Optional.of(Path.of(model.folder().get()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Node readyStep() {
        Button practise = new Button("", Panes.icon(Feather.PLAY_CIRCLE));
        practise.setId("start-practise");
        practise.textProperty().bind(words.text("start.practise"));
        practise.disableProperty().bind(model.busy());
        practise.setOnAction(e -> model.practise());
        return block(
                lesson(Feather.MAXIMIZE, "start.ready.scan"),
                lesson(Feather.SEARCH, "start.ready.find"),
                lesson(Feather.FILE_TEXT, "start.ready.claim"),
                practise,
                Panes.paragraph(words.text("start.practise.lesson"), "quiet"),
                Panes.paragraph(words.text("start.privacy"), "quiet"));
    }

    private Node lesson(Feather icon, String key) {
        Label text = Panes.paragraph(words.text(key));
        HBox row = new HBox(12, Panes.icon(icon), text);
        row.getStyleClass().add("lesson");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        return row;
    }

    private Node buttons() {
        Button back = new Button();
        back.setId("start-back");
        back.textProperty().bind(words.text("start.back"));
        back.setOnAction(e -> model.back());
        back.visibleProperty().bind(model.step().map(now -> now != StartStep.FOLDER));
        back.disableProperty().bind(model.busy());
        Button skip = new Button();
        skip.setId("start-skip");
        skip.getStyleClass().add("flat");
        skip.textProperty().bind(words.text("start.skip"));
        skip.setOnAction(e -> model.skip());
        skip.visibleProperty().bind(model.step().map(StartStep::canBeSkipped));
        skip.disableProperty().bind(model.busy());
        next.setId("start-next");
        next.getStyleClass().addAll("accent", "large");
        next.setDefaultButton(true);
        next.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                model.busy().get()
                                                        ? "start.opening"
                                                        : model.step().get() == StartStep.READY
                                                                ? "start.go"
                                                                : "start.next"),
                                model.step(),
                                model.busy()));
        next.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !model.complete(),
                                model.step(),
                                model.folder(),
                                model.camera(),
                                model.address(),
                                model.station(),
                                model.stamps(),
                                model.authority(),
                                model.busy()));
        next.setOnAction(e -> model.next());
        HBox buttons = new HBox(8, back, Panes.gap(), skip, next);
        buttons.setAlignment(Pos.CENTER);
        return buttons;
    }

    private static VBox block(Node... children) {
        VBox block = new VBox(children);
        block.getStyleClass().add("start-block");
        return block;
    }
}
