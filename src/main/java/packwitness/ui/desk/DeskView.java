package packwitness.ui.desk;

import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.shipment.DeskStatus;
import packwitness.ui.kit.Beat;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.LivePicture;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.UsKeyboard;
import packwitness.ui.kit.Words;

import java.util.List;

/**
 * The packing desk on the screen. A scanner's keys are caught for the whole window while this
 * screen is shown, whatever has the focus. FX thread only.
 */
public final class DeskView implements Screen {
    private static final String SEPARATOR = "\u001d";
    private static final double LABEL_SHARE = 0.34;
    private static final double LEAST_FOR_SIDE = 1000;
    private static final long BETWEEN_FRAMES = 66;

    private final DeskViewModel model;
    private final Words words;
    private final Outside outside;
    private final BorderPane node = new BorderPane();
    private final HBox strip = new HBox();
    private final LivePicture picture = new LivePicture();
    private final LivePicture label = new LivePicture();
    private final EventHandler<KeyEvent> keys = this::key;
    private final Keymap keymap;
    private final EventHandler<InputMethodEvent> composed = this::compose;
    private final Beat ticking = new Beat(BETWEEN_FRAMES, this::tick);
    private final Overheard overheard;
    private long shown = -1;
    private long labelShown = -1;
    private @Nullable Scene caught;

    public DeskView(DeskViewModel model, Words words, Times times, Outside outside) {
        this.keymap =
                new Keymap("ui.place.DESK")
                        .on("kit.keys.desk.stop", model::stop, Keymap.key(KeyCode.F8));
        this.model = model;
        this.words = words;
        this.outside = outside;
        this.overheard = new Overheard(model);
        node.setId("desk");
        node.getStyleClass().add("desk");
        node.setFocusTraversable(true);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        node.setTop(
                new VBox(
                        new StateBand(model, words, times).node(),
                        new ParcelStrip(model, words).node(),
                        trouble.node()));
        node.setCenter(stage());
        node.setRight(new DeskSide(model, words, times).node());
        node.setBottom(strip());
        // On a small or strongly enlarged screen the picture needs the room more than the numbers.
        Panes.only(
                node.getRight(), node.widthProperty().map(w -> w.doubleValue() >= LEAST_FOR_SIDE));
    }

    /** Adds a button to the strip below, after those of the desk itself. */
    public void offer(Node tool) {
        strip.getChildren().add(strip.getChildren().size() - 2, tool);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        Scene scene = node.getScene();
        if (scene == null || caught != null) return;
        scene.addEventFilter(KeyEvent.ANY, keys);
        scene.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed);
        caught = scene;
        // No text field has the focus here, so no input method can swallow what the scanner types.
        node.requestFocus();
        ticking.start();
    }

    @Override
    public List<Keymap> keys() {
        return List.of(keymap);
    }

    @Override
    public void hidden() {
        ticking.stop();
        if (caught != null) {
            caught.removeEventFilter(KeyEvent.ANY, keys);
            caught.removeEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed);
        }
        caught = null;
    }

    /** Somebody types the passphrase or the like: those keys are his. */
    private boolean isTyping() {
        return caught != null && caught.getFocusOwner() instanceof TextInputControl;
    }

    /** An input method that is on in spite of the focus hands over what it made of the keys. */
    private void compose(InputMethodEvent event) {
        if (isTyping()) return;
        model.commit(event.getCommitted());
        event.consume();
    }

    private void key(KeyEvent event) {
        if (isTyping()) {
            if (overheard.heard(event)) event.consume();
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().equals(SEPARATOR)) {
            // Scanners send the separator of GS1 codes as Ctrl and ].
            model.type(SEPARATOR.charAt(0));
            event.consume();
            return;
        }
        // Shortcuts of the window go on; a scanner types neither Ctrl nor F keys.
        if (event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey()) {
            keymap.handle(event);
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            String typed = event.getCharacter();
            for (int i = 0; i < typed.length(); i++) model.type(typed.charAt(i));
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            if (event.getCode() == KeyCode.ESCAPE) model.escape();
            else if (!event.getCode().isModifierKey()) model.press(UsKeyboard.of(event));
        }
        // Consumed, so that an Enter or a space of the scanner never presses a button.
        event.consume();
    }

    private Node stage() {
        VBox off =
                Panes.empty(
                        Feather.VIDEO_OFF,
                        words.text("ui.desk.off.title"),
                        words.text("ui.desk.off.lesson"),
                        armButton("ui.desk.arm", "desk-arm"));
        Panes.only(off, model.state().map(s -> s == DeskState.OFF || s == DeskState.ARMING));
        label.node().getStyleClass().add("desk-label-picture");
        label.node().setId("desk-label-picture");
        StackPane stage = new StackPane(picture.node(), label.node(), off);
        // Small in the corner: the overview is what tells that the right parcel is filmed.
        label.node().maxWidthProperty().bind(stage.widthProperty().multiply(LABEL_SHARE));
        label.node().maxHeightProperty().bind(stage.heightProperty().multiply(LABEL_SHARE));
        StackPane.setAlignment(label.node(), Pos.BOTTOM_RIGHT);
        Panes.only(label.node(), model.status().map(s -> s.views().size() > 1));
        stage.setMinSize(0, 0);
        model.state()
                .subscribe(state ->
                        stage.getStyleClass()
                                .setAll(
                                        "desk-stage",
                                        state == DeskState.NOT_RECORDING
                                                ? "stage-striped"
                                                : "stage-plain"));
        return stage;
    }

    private Button armButton(String key, String id) {
        Button arm = new Button("", Panes.icon(Feather.VIDEO));
        arm.textProperty().bind(words.text(key));
        arm.setId(id);
        arm.getStyleClass().addAll("accent", "large");
        arm.setFocusTraversable(false);
        arm.setOnAction(e -> model.arm());
        arm.disableProperty().bind(model.state().map(s -> s == DeskState.ARMING));
        return arm;
    }

    private Node strip() {
        Label hint =
                Panes.label(
                        words.text(
                                () ->
                                        model.typed().get().isEmpty()
                                                ? words.say("ui.desk.hint")
                                                : words.say("ui.desk.typing", model.typed().get()),
                                model.typed()),
                        "desk-hint");
        Label silent = Panes.label(words.text("ui.desk.silent"), "desk-silent");
        silent.setGraphic(Panes.icon(Feather.VOLUME_X));
        silent.setVisible(!model.audible());
        silent.setManaged(!model.audible());
        Button stop = new Button("", Panes.icon(Feather.SQUARE));
        stop.textProperty().bind(words.text("ui.desk.stop"));
        stop.setId("desk-stop");
        stop.setFocusTraversable(false);
        stop.setOnAction(e -> model.stop());
        stop.disableProperty().bind(model.status().map(s -> s.running().isEmpty()));
        Button off = new Button("", Panes.icon(Feather.POWER));
        off.textProperty().bind(words.text("ui.desk.disarm"));
        off.setId("desk-disarm");
        off.setFocusTraversable(false);
        off.setOnAction(e -> model.disarm());
        off.disableProperty().bind(model.status().map(s -> !s.armed()));
        Button sheet = new Button("", Panes.icon(Feather.PRINTER));
        sheet.textProperty().bind(words.text("ui.desk.sheet"));
        sheet.setId("desk-sheet");
        sheet.setFocusTraversable(false);
        sheet.setOnAction(e -> model.controlSheet(outside::open));
        Label facts =
                Panes.label(words.text(this::facts, model.status(), model.checkedClock()), "quiet");
        facts.setId("desk-small-facts");
        Panes.only(facts, node.widthProperty().map(w -> w.doubleValue() < LEAST_FOR_SIDE));
        Panes.only(hint, node.widthProperty().map(w -> w.doubleValue() >= LEAST_FOR_SIDE));
        for (Button button : List.of(sheet, stop, off)) {
            button.contentDisplayProperty()
                    .bind(
                            node.widthProperty()
                                    .map(w ->
                                            w.doubleValue() < LEAST_FOR_SIDE
                                                    ? ContentDisplay.GRAPHIC_ONLY
                                                    : ContentDisplay.LEFT));
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        strip.getChildren()
                .setAll(
                        Panes.icon(Feather.MAXIMIZE),
                        hint,
                        facts,
                        Panes.gap(),
                        silent,
                        sheet,
                        stop,
                        off);
        strip.getStyleClass().add("desk-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }

    /** The numbers of the side in one line, where there is no room for it. */
    private String facts() {
        DeskStatus status = model.status().get();
        if (!status.armed()) return "";
        return DeskSide.packer(words, status)
                + "　"
                + words.say("ui.desk.fact.disk")
                + " "
                + DeskSide.disk(words, status)
                + "　"
                + DeskSide.clock(words, model.checkedClock().get());
    }

    private void tick() {
        model.look();
        model.picture()
                .ifPresentOrElse(
                        shot -> {
                            if (shot.number() == shown) return;
                            shown = shot.number();
                            picture.show(shot.width(), shot.height(), shot.bgra());
                        },
                        picture::clear);
        model.labelPicture()
                .ifPresentOrElse(
                        shot -> {
                            if (shot.number() == labelShown) return;
                            labelShown = shot.number();
                            label.show(shot.width(), shot.height(), shot.bgra());
                        },
                        label::clear);
    }
}
