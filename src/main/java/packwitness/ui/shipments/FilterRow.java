package packwitness.ui.shipments;

import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters in one row: what can be on or off, what can be set to a name, and one button that
 * takes all of them off, so that none is forgotten. FX thread only.
 */
final class FilterRow {
    private static final double DAY_WIDTH = 132;
    private static final PseudoClass ON = PseudoClass.getPseudoClass("selected");

    private final ShipmentsViewModel model;
    private final Words words;
    private final FlowPane node = new FlowPane(6, 6);

    FilterRow(ShipmentsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        node.getStyleClass().add("chip-row");
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(chip(ShipmentsViewModel.Chip.TODAY), day());
        for (NameFilter filter : NameFilter.values()) node.getChildren().add(menu(filter));
        for (ShipmentsViewModel.Chip chip : ShipmentsViewModel.Chip.values())
            if (chip != ShipmentsViewModel.Chip.TODAY) node.getChildren().add(chip(chip));
        node.getChildren().add(clear("chips-clear"));
    }

    Node node() {
        return node;
    }

    /** Returns a button that takes all filters off; it is there while one is on. */
    Button clear(String id) {
        Button clear = new Button("", Panes.icon(Feather.X));
        clear.setId(id);
        clear.getStyleClass().addAll("small", "flat");
        clear.textProperty().bind(words.text("ui.chip.clear"));
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(e -> model.clearFilters());
        return Panes.only(clear, model.filtered());
    }

    private Node chip(ShipmentsViewModel.Chip chip) {
        ToggleButton button = new ToggleButton();
        button.setId("chip-" + chip);
        button.getStyleClass().addAll("small", "chip");
        button.textProperty().bind(words.text("ui.chip." + chip));
        button.setOnAction(e -> {
            if (button.isSelected()) model.chips().add(chip);
            else model.chips().remove(chip);
        });
        model.chips()
                .addListener(
                        (SetChangeListener<ShipmentsViewModel.Chip>)
                                change -> button.setSelected(model.chips().contains(chip)));
        return button;
    }

    private Node day() {
        DatePicker day = new DatePicker();
        day.setId("chip-DAY");
        day.getStyleClass().addAll("small", "chip");
        day.setPrefWidth(DAY_WIDTH);
        day.promptTextProperty().bind(words.text("ui.chip.DAY"));
        day.accessibleTextProperty().bind(words.text("ui.chip.DAY"));
        day.setOnAction(e -> model.day().set(Optional.ofNullable(day.getValue())));
        model.day()
                .subscribe(now -> {
                    LocalDate shown = now.orElse(null);
                    if (!java.util.Objects.equals(shown, day.getValue())) day.setValue(shown);
                });
        return day;
    }

    private Node menu(NameFilter filter) {
        MenuButton menu = new MenuButton();
        menu.setId("chip-" + filter);
        menu.getStyleClass().addAll("small", "chip");
        menu.textProperty()
                .bind(
                        words.text(
                                () ->
                                        chosen(filter)
                                                .map(name ->
                                                        words.say(
                                                                "ui.chip.set",
                                                                words.say("ui.chip." + filter),
                                                                filter.said(name)))
                                                .orElseGet(() -> words.say("ui.chip." + filter)),
                                model.names()));
        model.names()
                .addListener(
                        (MapChangeListener<NameFilter, String>)
                                change ->
                                        menu.pseudoClassStateChanged(
                                                ON, chosen(filter).isPresent()));
        menu.setOnShowing(e -> fill(menu, filter));
        // The skin shows nothing at all for a menu that was empty when it was asked to open.
        fill(menu, filter);
        model.known().subscribe(now -> fill(menu, filter));
        menu.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(menu, filter, e));
        menu.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        filter.among(model.known().get()).isEmpty()
                                                && chosen(filter).isEmpty(),
                                model.known(),
                                model.names()));
        return menu;
    }

    /** Up and down go through the names at once, Delete takes the filter off; Space opens. */
    private void key(MenuButton menu, NameFilter filter, KeyEvent event) {
        if (menu.isShowing()) return;
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> model.names().remove(filter);
            case DOWN -> step(filter, 1);
            case UP -> step(filter, -1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Goes on to the next name; in front of the first and behind the last stands any. */
    private void step(NameFilter filter, int by) {
        List<String> names = filter.among(model.known().get());
        int at = chosen(filter).map(names::indexOf).orElse(-1);
        int next = Math.floorMod(at + 1 + by, names.size() + 1) - 1;
        if (next < 0) model.names().remove(filter);
        else model.names().put(filter, names.get(next));
    }

    private void fill(MenuButton menu, NameFilter filter) {
        ToggleGroup group = new ToggleGroup();
        List<RadioMenuItem> items = new ArrayList<>();
        RadioMenuItem any = new RadioMenuItem(words.say("ui.chip.any"));
        any.setSelected(chosen(filter).isEmpty());
        any.setOnAction(e -> model.names().remove(filter));
        items.add(any);
        List<String> names = new ArrayList<>(filter.among(model.known().get()));
        // What is set stays to be seen, even where no new parcel bears that name.
        chosen(filter).filter(name -> !names.contains(name)).ifPresent(names::add);
        for (String name : names) {
            RadioMenuItem item = new RadioMenuItem(filter.said(name));
            item.setMnemonicParsing(false);
            item.setSelected(chosen(filter).filter(name::equals).isPresent());
            item.setOnAction(e -> model.names().put(filter, name));
            items.add(item);
        }
        for (RadioMenuItem item : items) item.setToggleGroup(group);
        menu.getItems().setAll(items);
    }

    private Optional<String> chosen(NameFilter filter) {
        return Optional.ofNullable(model.names().get(filter));
    }
}
