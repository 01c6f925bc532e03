package packwitness.ui.start;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The first start on the screen: one card, three steps. FX thread only. */
public final class StartView implements Screen {
    private final StartViewModel model;
    private final Words words;
    private final Outside outside;
    private final StackPane node = new StackPane();
    private final Button next = new Button();
    private final TextField folder = new TextField();

    public StartView(StartViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        VBox card =
                new VBox(
                        Panes.label(words.text("ui.start.title"), "start-title"),
                        Panes.paragraph(words.text("ui.start.lead"), "start-lead"),
                        steps(),
                        trouble.node(),
                        step(1, folderStep()),
                        step(2, cameraStep()),
                        step(3, readyStep()),
                        Panes.gap(),
                        buttons());
        card.getStyleClass().add("start-card");
        card.setMaxSize(760, 620);
        node.setId("start");
        node.getStyleClass().add("start");
        node.getChildren().add(card);
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
    public void hidden() {}

    private Node steps() {
        HBox steps = new HBox(8);
        steps.setAlignment(Pos.CENTER_LEFT);
        for (int i = 1; i <= StartViewModel.READY; i++) {
            int number = i;
            Label disc = new Label(String.valueOf(i));
            disc.getStyleClass().add("step-disc");
            Label name = Panes.label(words.text("ui.start.step." + i), "step-name");
            HBox one = new HBox(8, disc, name);
            one.setAlignment(Pos.CENTER_LEFT);
            model.step()
                    .subscribe(now ->
                            one.getStyleClass()
                                    .setAll(
                                            "step",
                                            now.intValue() == number
                                                    ? "step-now"
                                                    : now.intValue() > number
                                                            ? "step-done"
                                                            : "step-later"));
            steps.getChildren().add(one);
            if (i < StartViewModel.READY) {
                var line = new javafx.scene.layout.Region();
                line.getStyleClass().add("step-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                steps.getChildren().add(line);
            }
        }
        return steps;
    }

    private Node step(int number, Node content) {
        return Panes.only(content, model.step().map(now -> now.intValue() == number));
    }

    private Node folderStep() {
        folder.setId("start-folder");
        folder.textProperty().bindBidirectional(model.folder());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button("", Panes.icon(Feather.FOLDER));
        choose.textProperty().bind(words.text("ui.start.choose"));
        choose.setOnAction(e ->
                outside.chooseFolder(words.say("ui.start.folder"), existing())
                        .ifPresent(path -> model.folder().set(path.toString())));
        HBox row = new HBox(8, folder, choose);
        return block(
                Panes.label(words.text("ui.start.folder"), "section"),
                row,
                Panes.paragraph(words.text("ui.start.folder.lesson"), "quiet"),
                Panes.paragraph(words.text("ui.start.folder.lesson2"), "quiet"));
    }

    private Optional<Path> existing() {
        try {
            return Optional.of(Path.of(model.folder().get()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Node cameraStep() {
        ToggleGroup group = new ToggleGroup();
        VBox found = new VBox(8);
        RadioButton demo = choice(group, CameraChoice.DEMO, "start-demo");
        demo.textProperty().bind(words.text("ui.start.demo"));
        Runnable refill =
                () -> {
                    found.getChildren().clear();
                    for (CameraChoice camera : model.cameras()) {
                        RadioButton one = choice(group, camera.uri(), "start-camera");
                        one.setText(camera.name());
                        found.getChildren().add(one);
                    }
                    if (model.cameras().isEmpty())
                        found.getChildren()
                                .add(Panes.paragraph(words.text("ui.start.none"), "quiet"));
                };
        model.cameras()
                .addListener(
                        (javafx.collections.ListChangeListener<CameraChoice>) c -> refill.run());
        refill.run();
        RadioButton byHand = choice(group, "", "start-by-hand");
        byHand.textProperty().bind(words.text("ui.start.by-hand"));
        TextField address = new TextField();
        address.setId("start-address");
        address.setPromptText("rtsp://192.168.1.64/stream1");
        address.textProperty().bindBidirectional(model.address());
        address.disableProperty().bind(byHand.selectedProperty().not());
        TextField station = new TextField();
        station.setId("start-station");
        station.setMaxWidth(180);
        station.textProperty().bindBidirectional(model.station());
        return block(
                Panes.label(words.text("ui.start.camera"), "section"),
                demo,
                found,
                byHand,
                address,
                Panes.label(words.text("ui.start.station"), "section"),
                station,
                Panes.paragraph(words.text("ui.start.station.lesson"), "quiet"));
    }

    private RadioButton choice(ToggleGroup group, String uri, String id) {
        RadioButton button = new RadioButton();
        button.setId(id);
        button.setToggleGroup(group);
        model.camera().subscribe(chosen -> button.setSelected(uri.equals(chosen)));
        button.setOnAction(e -> model.camera().set(uri));
        return button;
    }

    private Node readyStep() {
        return block(
                Panes.label(words.text("ui.start.ready"), "section"),
                lesson(Feather.MAXIMIZE, "ui.start.ready.scan"),
                lesson(Feather.SEARCH, "ui.start.ready.find"),
                lesson(Feather.FILE_TEXT, "ui.start.ready.claim"),
                Panes.paragraph(words.text("ui.start.privacy"), "quiet"));
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
        back.textProperty().bind(words.text("ui.start.back"));
        back.setOnAction(e -> model.back());
        back.visibleProperty().bind(model.step().map(now -> now.intValue() > 1));
        back.disableProperty().bind(model.busy());
        next.setId("start-next");
        next.getStyleClass().addAll("accent", "large");
        next.setDefaultButton(true);
        next.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                model.busy().get()
                                                        ? "ui.start.opening"
                                                        : model.step().get() == StartViewModel.READY
                                                                ? "ui.start.go"
                                                                : "ui.start.next"),
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
                                model.busy()));
        next.setOnAction(e -> model.next());
        HBox buttons = new HBox(8, back, Panes.gap(), next);
        buttons.setAlignment(Pos.CENTER);
        return buttons;
    }

    private static VBox block(Node... children) {
        VBox block = new VBox(children);
        block.getStyleClass().add("start-block");
        return block;
    }
}
