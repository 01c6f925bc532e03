package packwitness.ui.shipments;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.keep.Masks;
import packwitness.shipment.ParcelLine;
import packwitness.shipment.Shipment;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** One search field, the parcels that fit, and the page of the chosen one. FX thread only. */
public final class ShipmentsView implements Screen {
    private static final double SHORTEST_TITLE = 84;
    private static final double NARROWEST = 340;
    private static final double LIST_PART = 0.44;
    private static final double WITH_LIST = 1000;
    private static final double WITH_FILTERS = 560;
    private static final double WITH_TITLE = 424;
    private static final double WITH_PICTURES = 505;
    private static final double WITH_BUYER = 557;

    private final ShipmentsViewModel model;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final BorderPane node = new BorderPane();
    private final TextField search = new TextField();
    private final TableView<ParcelLine> table = new TableView<>();
    private final ShipmentPane detail;
    private final FilterRow filters;
    private final EventHandler<KeyEvent> keys = this::key;
    private final BooleanBinding filmAlone;
    private @Nullable Scene caught;

    public ShipmentsView(
            ShipmentsViewModel model,
            Words words,
            Times times,
            Outside outside,
            Consumer<Shipment> openClaim,
            BiConsumer<String, List<Path>> verify) {
        this.model = model;
        this.outside = outside;
        this.words = words;
        this.times = times;
        this.filters = new FilterRow(model, words);
        this.detail = new ShipmentPane(model, words, times, outside, openClaim, verify);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        node.setId("shipments");
        node.getStyleClass().add("shipments");
        node.setTop(new VBox(searchRow(), new VBox(filters.node()), importedRow(), trouble.node()));
        Node list = list();
        SplitPane split = new SplitPane(list, detail.node());
        split.setDividerPositions(LIST_PART);
        node.setCenter(split);
        this.filmAlone = filmAlone();
        filmAlone.subscribe((before, alone) -> {
            filters.node().getParent().setVisible(!alone);
            filters.node().getParent().setManaged(!alone);
            if (alone) {
                split.getItems().remove(list);
            } else {
                split.getItems().addFirst(list);
                split.setDividerPositions(LIST_PART);
            }
        });
    }

    /** A small window shows the film alone while a clip of it is chosen and cut. */
    private BooleanBinding filmAlone() {
        return detail.film()
                .clipping()
                .and(
                        node.widthProperty()
                                .lessThan(WITH_LIST)
                                .or(node.heightProperty().lessThan(WITH_FILTERS)));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        Scene scene = node.getScene();
        if (scene != null && caught == null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            caught = scene;
        }
        model.learnNames();
        model.search();
        focusSearch();
    }

    @Override
    public List<Keymap> keys() {
        return detail.film().keymaps();
    }

    @Override
    public void prepare() {
        model.search();
    }

    @Override
    public void hidden() {
        model.player().pause();
        if (caught != null) caught.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        caught = null;
    }

    /** Puts the cursor into the search field with its text selected, ready to be typed over. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void key(KeyEvent event) {
        Scene scene = node.getScene();
        boolean typing = scene != null && scene.getFocusOwner() instanceof TextField;
        if (scene != null
                && scene.getFocusOwner() instanceof ButtonBase
                && isPress(event.getCode())) return;
        if (typing) {
            if (!search.isFocused()) return;
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                boolean play = event.getCode() == KeyCode.ENTER;
                // Whoever types faster than is searched means what was typed, not what is listed.
                model.whenAnswered(() -> toTable(play));
                event.consume();
            }
            return;
        }
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            detail.film().copyPicture();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && table.isFocused()) {
            playSelected();
            event.consume();
        } else if (!(table.isFocused() && isTableKey(event.getCode()))
                && detail.film().key(event)) {
            event.consume();
        }
    }

    /** What presses the button that has the focus; all other keys are the film's even then. */
    private static boolean isPress(KeyCode code) {
        return code == KeyCode.SPACE || code == KeyCode.ENTER;
    }

    private static boolean isTableKey(KeyCode code) {
        return code == KeyCode.HOME;
    }

    private void toTable(boolean play) {
        if (model.rows().isEmpty()) return;
        if (table.getSelectionModel().isEmpty()) table.getSelectionModel().selectFirst();
        table.requestFocus();
        if (play) playSelected();
    }

    private void playSelected() {
        ParcelLine selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && selected != ResultRows.WAITING) model.play(selected.id());
    }

    private Node searchRow() {
        search.setId("search");
        search.promptTextProperty().bind(words.text("ui.search.prompt"));
        search.textProperty().bindBidirectional(model.asked());
        search.getStyleClass().addAll("search-field", "large");
        HBox.setHgrow(search, Priority.ALWAYS);
        Label count =
                Panes.label(
                        words.text(
                                () ->
                                        words.say(
                                                model.hasMore()
                                                                && model.rows().size()
                                                                        >= ShipmentsViewModel.PAGE
                                                        ? "ui.search.count.more"
                                                        : "ui.search.count",
                                                model.rows().size()),
                                model.rows()),
                        "quiet");
        count.setMinWidth(90);
        Label hint = Panes.label(words.text("ui.search.key"), "key-cap");
        Button orders = new Button("", Panes.icon(Feather.UPLOAD));
        orders.setId("import-orders");
        orders.textProperty().bind(words.text("ui.import.button"));
        orders.setMinWidth(Button.USE_PREF_SIZE);
        orders.setOnAction(e ->
                outside.chooseFiles(words.say("ui.import.title")).forEach(model::importOrders));
        HBox row = new HBox(10, Panes.icon(Feather.SEARCH), search, hint, count, orders);
        row.getStyleClass().add("search-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node importedRow() {
        Label done =
                Panes.paragraph(
                        words.text(
                                () ->
                                        model.imported()
                                                .get()
                                                .map(file ->
                                                        words.say(
                                                                "ui.import.done",
                                                                Platforms.name(
                                                                        file.platform(), words),
                                                                file.orders(),
                                                                file.withoutWaybill()))
                                                .orElse(""),
                                model.imported()),
                        "imported-text");
        HBox.setHgrow(done, Priority.ALWAYS);
        Button close = new Button("", Panes.icon(Feather.X));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.accessibleTextProperty().bind(words.text("ui.import.close"));
        close.setOnAction(e -> model.forgetImport());
        HBox row = new HBox(10, Panes.icon(Feather.CHECK), done, Panes.gap(), close);
        row.getStyleClass().add("imported");
        row.setAlignment(Pos.CENTER_LEFT);
        return Panes.only(row, model.imported().map(Optional::isPresent));
    }

    private Node list() {
        table.setId("results");
        table.setItems(model.rows());
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        // Rows of one height: how long the list is can be told without asking for its rows.
        table.setFixedCellSize(44);
        TableColumn<ParcelLine, ?> pictures = pictures();
        TableColumn<ParcelLine, ?> buyer = column("buyer", 62, ShipmentsView::buyer);
        TableColumn<ParcelLine, ?> title = column("title", 190, ParcelLine::title);
        // In a narrow list what the page beside it shows as well gives way to goods and state.
        title.visibleProperty().bind(table.widthProperty().greaterThan(WITH_TITLE));
        pictures.visibleProperty().bind(table.widthProperty().greaterThan(WITH_PICTURES));
        buyer.visibleProperty().bind(table.widthProperty().greaterThan(WITH_BUYER));
        table.getColumns().add(pictures);
        table.getColumns().add(column("waybill", 142, this::waybill));
        table.getColumns().add(column("time", 116, this::time));
        table.getColumns().add(title);
        table.getColumns().add(buyer);
        table.getColumns().add(column("state", 72, this::state));
        for (TableColumn<ParcelLine, ?> column : table.getColumns()) column.setSortable(false);
        table.setRowFactory(view -> {
            TableRow<ParcelLine> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && e.getButton() == MouseButton.PRIMARY) playSelected();
            });
            return row;
        });
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null && line != ResultRows.WAITING) model.open(line.id());
                });
        words.lang().subscribe(() -> table.refresh());
        table.setPlaceholder(new StackPane());
        StackPane list = new StackPane(table, nothingYet(), nothingFound(), nothingPasses());
        list.setMinWidth(NARROWEST);
        return list;
    }

    private Node nothingYet() {
        return Panes.only(
                Panes.empty(
                        Feather.PACKAGE,
                        words.text("ui.search.none.title"),
                        words.text("ui.search.none.lesson")),
                empty(() -> model.asked().get().isBlank() && !model.filtered().get()));
    }

    private Node nothingFound() {
        return Panes.only(
                Panes.empty(
                        Feather.SEARCH,
                        words.text("ui.search.empty.title"),
                        words.text("ui.search.empty.lesson"),
                        why()),
                empty(() -> !model.asked().get().isBlank() && !model.filtered().get()));
    }

    /** A filter that was forgotten looks like a parcel that was never recorded. */
    private Node nothingPasses() {
        return Panes.only(
                Panes.empty(
                        Feather.FILTER,
                        words.text("ui.search.filtered.title"),
                        words.text("ui.search.filtered.lesson"),
                        filters.clear("filters-clear")),
                empty(model.filtered()::get));
    }

    private Label why() {
        Label why =
                Panes.paragraph(
                        words.text(
                                () -> Reasons.say(model.reasons(), words, times), model.reasons()),
                        "take-fact");
        why.setId("why-not");
        return why;
    }

    private ObservableValue<Boolean> empty(BooleanSupplier kind) {
        return Bindings.createObjectBinding(
                () -> model.searched().get() && model.rows().isEmpty() && kind.getAsBoolean(),
                model.searched(),
                model.rows(),
                model.asked(),
                model.filtered());
    }

    private static String buyer(ParcelLine line) {
        return line.buyer().map(Masks::name).orElse("");
    }

    private String time(ParcelLine line) {
        return line == ResultRows.WAITING ? "" : times.day(line.lastScan(), words.lang().get());
    }

    private String state(ParcelLine line) {
        if (line.claims() > 0) return words.say("ui.shipment.state.claim");
        if (!line.whole()) return words.say("ui.shipment.state.incomplete");
        if (line.held()) return words.say("ui.shipment.state.hold");
        return line.takes() > 1 ? words.say("ui.shipment.state.takes", line.takes()) : "";
    }

    private TableColumn<ParcelLine, ParcelLine> pictures() {
        TableColumn<ParcelLine, ParcelLine> column = new TableColumn<>();
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new Thumbnail(model::picture));
        column.setMinWidth(Thumbnail.WIDTH + 12);
        column.setMaxWidth(Thumbnail.WIDTH + 12);
        return column;
    }

    private TableColumn<ParcelLine, String> column(
            String name, double width, Function<ParcelLine, String> value) {
        TableColumn<ParcelLine, String> column = new TableColumn<>();
        column.textProperty().bind(words.text("ui.column." + name));
        column.setCellValueFactory(cell ->
                Bindings.createStringBinding(() -> value.apply(cell.getValue()), words.lang()));
        column.setPrefWidth(width);
        // A number or a time that is cut says nothing; a title may be, to a few characters.
        column.setMinWidth(name.equals("title") ? SHORTEST_TITLE : width);
        return column;
    }

    private String waybill(ParcelLine line) {
        String text = line.waybill().text();
        return line.bound() ? text : words.say("ui.desk.unbound", text.substring(1));
    }
}
