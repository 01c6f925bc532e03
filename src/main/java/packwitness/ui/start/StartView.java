package packwitness.ui.start;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
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
    private static final Duration LOOK_EVERY = Duration.seconds(3);

    private final StartViewModel model;
    private final Words words;
    private final Outside outside;
    private final StackPane node = new StackPane();
    private final Button next = new Button();
    private final TextField folder = new TextField();
    private final Timeline looks;

    public StartView(StartViewModel model, Words words, Outside outside) {
        this.model = model;
        this.words = words;
        this.outside = outside;
        looks = new Timeline(new KeyFrame(LOOK_EVERY, e -> model.lookForCameras()));
        looks.setCycleCount(Animation.INDEFINITE);
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
        looks.playFromStart();
    }

    @Override
    public void hidden() {
        looks.stop();
    }

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
        RadioButton demo = choice(group, CameraChoice.DEMO, "start-demo");
        demo.textProperty().bind(words.text("ui.start.demo"));
        Node found = foundCameras(group);
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
                Panes.only(
                        Panes.paragraph(words.text("ui.start.secret"), "quiet"),
                        model.address().map(text -> text.contains("@"))),
                Panes.label(words.text("ui.start.station"), "section"),
                station,
                Panes.paragraph(words.text("ui.start.station.lesson"), "quiet"));
    }

    /** The cameras that are plugged in now; the list follows the plugs while it is shown. */
    private Node foundCameras(ToggleGroup group) {
        ComboBox<CameraChoice> list = new ComboBox<>(model.cameras());
        list.setId("start-found");
        list.setMaxWidth(Double.MAX_VALUE);
        list.setConverter(new CameraNames());
        list.promptTextProperty().bind(words.text("ui.start.pick"));
        HBox.setHgrow(list, Priority.ALWAYS);
        RadioButton one = new RadioButton();
        one.setId("start-camera");
        one.setToggleGroup(group);
        one.textProperty().bind(words.text("ui.start.found"));
        one.setOnAction(e -> {
            if (list.getValue() == null) list.getSelectionModel().selectFirst();
        });
        list.valueProperty()
                .addListener((value, before, now) -> {
                    if (now != null) model.camera().set(now.uri());
                });
        Runnable follow = () -> follow(list, one);
        model.camera().subscribe(follow);
        model.cameras().addListener((ListChangeListener<CameraChoice>) change -> follow.run());
        Button again = new Button("", Panes.icon(Feather.REFRESH_CW));
        again.setId("start-refresh");
        again.textProperty().bind(words.text("ui.start.refresh"));
        again.disableProperty().bind(model.looking());
        again.setOnAction(e -> model.lookForCameras());
        HBox row = new HBox(8, one, list, again);
        row.setAlignment(Pos.CENTER_LEFT);
        ObservableValue<Boolean> none = Bindings.isEmpty(model.cameras());
        one.disableProperty().bind(Bindings.isEmpty(model.cameras()));
        list.disableProperty().bind(Bindings.isEmpty(model.cameras()));
        return new VBox(
                8, row, Panes.only(Panes.paragraph(words.text("ui.start.none"), "quiet"), none));
    }

    private void follow(ComboBox<CameraChoice> list, RadioButton one) {
        String chosen = model.camera().get();
        boolean ours = !chosen.isEmpty() && !chosen.equals(CameraChoice.DEMO);
        one.setSelected(ours);
        CameraChoice now =
                model.cameras().stream()
                        .filter(camera -> camera.uri().equals(chosen))
                        .findFirst()
                        .orElse(null);
        if (ours && now != null) list.setValue(now);
        if (!ours) list.getSelectionModel().clearSelection();
    }

    /** Shows a camera by its name. */
    private static final class CameraNames extends StringConverter<CameraChoice> {
        @Override
        public String toString(@Nullable CameraChoice camera) {
            return camera == null ? "" : camera.name();
        }

        @Override
        public @Nullable CameraChoice fromString(String text) {
            return null;
        }
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
