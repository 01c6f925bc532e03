package packwitness.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.shop.Role;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;
import packwitness.ui.shell.RoleViewModel.Asking;

/**
 * Where the owner types his passphrase, in the window itself: a recording goes on beside it. FX
 * thread only.
 */
final class RoleBar {
    private static final double FIELD = 220;

    private final RoleViewModel model;
    private final Words words;
    private final Times times;
    private final VBox node = new VBox();
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();

    RoleBar(RoleViewModel model, Words words, Times times) {
        this.model = model;
        this.words = words;
        this.times = times;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        node.setId("role-bar");
        node.getStyleClass().add("role-bar");
        node.getChildren().addAll(row(), hint(), trouble.node());
        Panes.only(node, model.asking().map(now -> now != Asking.NOTHING));
        model.asking().subscribe(now -> begin(now));
    }

    Node node() {
        return node;
    }

    /** Returns the button that says who is there and lets the owner come and go. */
    Button button() {
        Button button = new Button("", Panes.icon(Feather.USER));
        button.setId("strip-role");
        button.getStyleClass().addAll("flat", "small");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                !model.sitting().get().guarded()
                                                        ? "ui.role.open"
                                                        : model.sitting().get().role() == Role.OWNER
                                                                ? "ui.role.leave"
                                                                : "ui.role.enter",
                                                model.sitting().get().role()),
                                model.sitting()));
        button.setOnAction(e -> model.change());
        return button;
    }

    private void begin(Asking now) {
        first.clear();
        second.clear();
        if (now != Asking.NOTHING) first.requestFocus();
    }

    private Node row() {
        field(first, "role-passphrase");
        field(second, "role-again");
        first.promptTextProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                model.asking().get() == Asking.SET
                                                        ? "ui.role.new"
                                                        : "ui.role.passphrase"),
                                model.asking()));
        second.promptTextProperty().bind(words.text("ui.role.again"));
        Panes.only(second, model.asking().map(now -> now == Asking.SET));
        Button done = new Button();
        done.setId("role-done");
        done.getStyleClass().add("accent");
        done.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                model.asking().get() == Asking.SET
                                                        ? "ui.role.set"
                                                        : "ui.role.go"),
                                model.asking()));
        done.setOnAction(e -> done());
        Button cancel = new Button();
        cancel.setId("role-cancel");
        cancel.textProperty().bind(words.text("ui.role.cancel"));
        cancel.setOnAction(e -> model.forget());
        HBox row = new HBox(8, Panes.icon(Feather.LOCK), first, second, done, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node hint() {
        return Panes.paragraph(words.text(this::said, model.asking(), model.different()), "quiet");
    }

    private String said() {
        if (model.different().get()) return words.say("ui.role.different");
        if (model.asking().get() == Asking.SET) return words.say("ui.role.lesson");
        return model.sitting()
                .get()
                .lostFrom()
                .map(from -> words.say("ui.role.lost-from", times.minute(from)))
                .orElseGet(() -> words.say("ui.role.lost"));
    }

    private void field(PasswordField field, String id) {
        field.setId(id);
        field.setPrefWidth(FIELD);
        field.accessibleTextProperty().bind(field.promptTextProperty());
        field.setOnAction(e -> done());
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) model.forget();
                });
    }

    private void done() {
        char[] typed = first.getText().toCharArray();
        if (model.asking().get() == Asking.SET) model.set(typed, second.getText().toCharArray());
        else model.enter(typed);
        first.clear();
        second.clear();
    }
}
