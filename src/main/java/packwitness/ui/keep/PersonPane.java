package packwitness.ui.keep;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.keep.Masks;
import packwitness.keep.PersonData;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is held of one person: listed masked, shown by a button, erased with a reason. */
final class PersonPane {
    private static final int SHOWN = 12;

    private final KeepViewModel model;
    private final Words words;
    private final Times times;
    private final VBox node = new VBox(10);

    PersonPane(KeepViewModel model, Words words, Times times) {
        this.model = model;
        this.words = words;
        this.times = times;
        TextField asked = field("person-asked", "ui.keep.person.asked");
        asked.textProperty().bindBidirectional(model.asked());
        asked.setOnAction(e -> model.findPerson());
        Button find = button("person-find", Feather.SEARCH, "ui.keep.person.find");
        find.disableProperty().bind(model.asked().map(String::isBlank));
        find.setOnAction(e -> model.findPerson());
        Button reveal = button("person-reveal", Feather.EYE, "ui.keep.person.reveal");
        reveal.setOnAction(e -> model.reveal());
        BooleanBinding found =
                Bindings.createBooleanBinding(
                        () -> model.person().get().filter(p -> !p.isEmpty()).isPresent(),
                        model.person());
        Panes.only(reveal, found.and(model.revealed().not()));
        TextField why = field("person-why", "ui.keep.person.why");
        CheckBox videos = new CheckBox();
        videos.setId("person-videos");
        videos.textProperty().bind(words.text("ui.keep.person.videos"));
        Button erase = button("person-erase", Feather.TRASH_2, "ui.keep.person.erase");
        erase.getStyleClass().add("danger");
        erase.disableProperty().bind(model.busy().or(why.textProperty().isEmpty()));
        erase.setOnAction(e -> {
            model.erase(why.getText(), videos.isSelected());
            why.clear();
        });
        node.getChildren()
                .addAll(
                        Panes.paragraph(words.text("ui.keep.person.lesson"), "quiet"),
                        row(asked, find),
                        Panes.paragraph(
                                words.text(this::said, model.person(), model.revealed()),
                                "keep-lines"),
                        row(reveal),
                        Panes.only(row(why, erase), found),
                        Panes.only(videos, found),
                        Panes.paragraph(words.text(this::gone, model.erased()), "quiet"));
    }

    Node node() {
        return node;
    }

    private String said() {
        Optional<PersonData> now = model.person().get();
        if (now.isEmpty()) return "";
        PersonData data = now.get();
        if (data.isEmpty()) return words.say("ui.keep.person.none");
        boolean full = model.revealed().get();
        List<String> lines = new ArrayList<>();
        for (PersonData.Parcel parcel : data.parcels())
            lines.add(
                    words.say(
                            "ui.keep.person.parcel",
                            full ? parcel.waybill() : Masks.number(parcel.waybill()),
                            times.minute(parcel.at()),
                            parcel.values(),
                            parcel.videos(),
                            parcel.held() ? words.say("ui.keep.person.held") : ""));
        for (PersonData.Order order : data.orders())
            lines.add(
                    words.say(
                            "ui.keep.person.order",
                            words.platform(order.platform()),
                            full ? order.number() : Masks.number(order.number()),
                            full ? order.buyer() : Masks.name(order.buyer()),
                            order.note() ? words.say("ui.keep.person.note") : ""));
        int more = lines.size() - SHOWN;
        if (more > 0) {
            lines = new ArrayList<>(lines.subList(0, SHOWN));
            lines.add(words.say("ui.keep.more", more));
        }
        return String.join("\n", lines);
    }

    private String gone() {
        return model.erased()
                .get()
                .map(done ->
                        words.say(
                                done.whole()
                                        ? "ui.keep.person.erased"
                                        : "ui.keep.person.erased.part",
                                done.parcels(),
                                done.orders(),
                                done.values(),
                                done.videos(),
                                done.heldParcels()))
                .orElse("");
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.promptTextProperty().bind(words.text(key));
        field.accessibleTextProperty().bind(words.text(key));
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Button button(String id, Feather icon, String key) {
        Button button = new Button("", Panes.icon(icon));
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
