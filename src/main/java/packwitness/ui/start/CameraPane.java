package packwitness.ui.start;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.LivePicture;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

/** The step that chooses a camera while its picture is seen. FX thread only. */
final class CameraPane {
    private static final Duration LOOK_EVERY = Duration.seconds(3);
    private static final Duration PICTURE_EVERY = Duration.millis(66);
    private static final double PICTURE = 230;

    private final StartViewModel model;
    private final Words words;
    private final LivePicture picture = new LivePicture();
    private final Label code = new Label();
    private final VBox node = new VBox();
    private final Timeline looks;
    private final Timeline pictures;

    CameraPane(StartViewModel model, Words words) {
        this.model = model;
        this.words = words;
        looks = new Timeline(new KeyFrame(LOOK_EVERY, e -> model.lookForCameras()));
        pictures = new Timeline(new KeyFrame(PICTURE_EVERY, e -> picture()));
        looks.setCycleCount(Animation.INDEFINITE);
        pictures.setCycleCount(Animation.INDEFINITE);
        node.getStyleClass().add("start-block");
        VBox choices = choices();
        HBox.setHgrow(choices, Priority.ALWAYS);
        HBox row = new HBox(16, choices, live());
        node.getChildren().addAll(row, station());
        model.camera()
                .subscribe((before, now) -> {
                    if (model.step().get() == StartStep.CAMERA && !now.isEmpty()) model.watch();
                });
        model.step()
                .subscribe(now -> {
                    boolean here = now == StartStep.CAMERA;
                    if (here && node.getScene() != null) begin();
                    else end();
                });
        node.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null && model.step().get() == StartStep.CAMERA) begin();
                    else end();
                });
    }

    Node node() {
        return node;
    }

    private void begin() {
        looks.playFromStart();
        pictures.playFromStart();
        if (!model.chosen().isBlank()) model.watch();
    }

    private void end() {
        looks.stop();
        pictures.stop();
        picture.clear();
    }

    private void picture() {
        model.picture()
                .ifPresent(frame -> picture.show(frame.width(), frame.height(), frame.bgra()));
        code.setText(
                model.code()
                        .map(text -> words.say("start.camera.seen", text))
                        .orElse(
                                words.say(
                                        model.opening().get()
                                                ? "start.camera.opening"
                                                : model.picture().isPresent()
                                                        ? "start.camera.hold"
                                                        : "start.camera.no-picture")));
    }

    private Node live() {
        picture.node().setMinSize(PICTURE * 16 / 9, PICTURE);
        picture.node().setMaxSize(PICTURE * 16 / 9, PICTURE);
        picture.node().setId("start-picture");
        code.setId("start-code");
        code.setWrapText(true);
        code.setMaxWidth(PICTURE * 16 / 9);
        return new VBox(6, picture.node(), code);
    }

    private VBox choices() {
        ToggleGroup group = new ToggleGroup();
        RadioButton demo = choice(group, CameraChoice.DEMO, "start-demo");
        demo.textProperty().bind(words.text("start.camera.demo"));
        RadioButton byHand = choice(group, "", "start-by-hand");
        byHand.textProperty().bind(words.text("start.camera.by-hand"));
        TextField address = new TextField();
        address.setId("start-address");
        address.setPromptText("rtsp://192.168.1.64/stream1");
        address.textProperty().bindBidirectional(model.address());
        address.disableProperty().bind(byHand.selectedProperty().not());
        address.setOnAction(e -> model.watch());
        HBox.setHgrow(address, Priority.ALWAYS);
        Button see = new Button("", Panes.icon(Feather.EYE));
        see.setId("start-see");
        see.textProperty().bind(words.text("start.camera.see"));
        see.disableProperty().bind(byHand.selectedProperty().not());
        see.setOnAction(e -> model.watch());
        return new VBox(
                10,
                demo,
                found(group),
                byHand,
                new HBox(8, address, see),
                Panes.only(
                        Panes.paragraph(words.text("start.camera.secret"), "quiet"),
                        model.address().map(text -> text.contains("@"))));
    }

    /** The cameras that are plugged in now; the list follows the plugs while it is shown. */
    private Node found(ToggleGroup group) {
        ComboBox<CameraChoice> list = new ComboBox<>(model.cameras());
        list.setId("start-found");
        list.setMaxWidth(Double.MAX_VALUE);
        list.setConverter(new CameraNames());
        list.promptTextProperty().bind(words.text("start.camera.pick"));
        HBox.setHgrow(list, Priority.ALWAYS);
        RadioButton one = new RadioButton();
        one.setId("start-camera");
        one.setToggleGroup(group);
        one.textProperty().bind(words.text("start.camera.found"));
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
        again.accessibleTextProperty().bind(words.text("start.camera.refresh"));
        again.disableProperty().bind(model.looking());
        again.setOnAction(e -> model.lookForCameras());
        HBox row = new HBox(8, list, again);
        row.setAlignment(Pos.CENTER_LEFT);
        one.disableProperty().bind(Bindings.isEmpty(model.cameras()));
        list.disableProperty().bind(Bindings.isEmpty(model.cameras()));
        return new VBox(
                8,
                one,
                row,
                Panes.only(
                        Panes.paragraph(words.text("start.camera.none"), "quiet"),
                        Bindings.isEmpty(model.cameras())));
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

    private Node station() {
        TextField station = new TextField();
        station.setId("start-station");
        station.setMaxWidth(180);
        station.textProperty().bindBidirectional(model.station());
        Label name = Panes.label(words.text("start.station"), "section");
        name.setLabelFor(station);
        HBox row = new HBox(12, name, station);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, row, Panes.paragraph(words.text("start.station.lesson"), "quiet"));
    }

    private RadioButton choice(ToggleGroup group, String uri, String id) {
        RadioButton button = new RadioButton();
        button.setId(id);
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        model.camera().subscribe(chosen -> button.setSelected(uri.equals(chosen)));
        button.setOnAction(e -> {
            if (uri.isEmpty()) model.unwatch();
            model.camera().set(uri);
        });
        return button;
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
}
