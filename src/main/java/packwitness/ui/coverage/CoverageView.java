package packwitness.ui.coverage;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.shipment.Coverage;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Days and stations above, what is missing below; Enter or a double click on any line leads to the
 * parcels behind it. FX thread only.
 */
public final class CoverageView implements Screen {
    private static final double GAP = 14;
    private static final double NARROW = 84;
    private static final double WIDE = 150;

    private final CoverageViewModel model;
    private final Words words;
    private final Times times;
    private final Parcels parcels;
    private final BorderPane node = new BorderPane();
    private final TableView<Coverage.Day> days = new TableView<>();
    private final TableView<Coverage.StationDay> stations = new TableView<>();
    private final TableView<Coverage.Unrecorded> unrecorded = new TableView<>();
    private final TableView<Coverage.Unordered> unordered = new TableView<>();

    public CoverageView(CoverageViewModel model, Words words, Times times, Parcels parcels) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.parcels = parcels;
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        node.setId("coverage");
        node.setTop(new VBox(trouble.node(), head()));
        node.setCenter(new StackPane(tables(), nothing()));
        model.coverage().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.read();
        days.requestFocus();
    }

    @Override
    public void prepare() {
        model.read();
    }

    @Override
    public void hidden() {}

    private Node head() {
        Label share = Panes.label(words.text(this::share, model.coverage()), "page-title");
        share.setId("coverage-share");
        Label says = Panes.label(words.text(this::says, model.coverage()), "quiet");
        VBox sums = new VBox(2, share, says);
        HBox.setHgrow(sums, Priority.ALWAYS);
        HBox head = new HBox(8, sums);
        ToggleGroup group = new ToggleGroup();
        for (CoverageViewModel.Span span : CoverageViewModel.Span.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("coverage-" + span);
            button.textProperty().bind(words.text("ui.coverage.span." + span));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(model.span().get() == span);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.choose(span);
            });
            head.getChildren().add(button);
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("case-head");
        return head;
    }

    private String share() {
        return model.coverage()
                .get()
                .map(now ->
                        now.shipped() == 0
                                ? words.say("ui.coverage.no-orders")
                                : words.say("ui.coverage.share", percent(now.permille())))
                .orElse(words.say("ui.coverage.reading"));
    }

    private String says() {
        return model.coverage()
                .get()
                .filter(now -> now.shipped() > 0)
                .map(now ->
                        words.say(
                                "ui.coverage.says",
                                now.shipped(),
                                now.recorded(),
                                now.unrecorded().size(),
                                now.unordered().size()))
                .orElse("");
    }

    private Node tables() {
        dress(days, "coverage-days", "ui.coverage.days.lesson", d -> byDay(d));
        column(days, "day", WIDE, d -> d.day().toString());
        column(days, "shipped", NARROW, d -> String.valueOf(d.shipped()));
        column(days, "recorded", NARROW, d -> String.valueOf(d.recorded()));
        column(days, "percent", NARROW, d -> percent(d.permille()));
        dress(stations, "coverage-stations", "ui.coverage.stations.lesson", s -> byStation(s));
        column(stations, "day", WIDE, s -> s.day().toString());
        column(stations, "station", NARROW, Coverage.StationDay::station);
        column(stations, "recorded", NARROW, s -> String.valueOf(s.recorded()));
        column(stations, "with-order", NARROW, s -> String.valueOf(s.withOrder()));
        column(stations, "percent", NARROW, s -> percent(s.permille()));
        dress(
                unrecorded,
                "coverage-unrecorded",
                "ui.coverage.unrecorded.none",
                u -> parcels.named(u.order().text()));
        column(unrecorded, "order", WIDE, u -> u.order().text());
        column(unrecorded, "waybill", WIDE, u -> u.waybill().text());
        column(unrecorded, "platform", NARROW, u -> Platforms.name(u.platform(), words));
        column(unrecorded, "shipped-at", WIDE, u -> times.minute(u.shipped()));
        dress(
                unordered,
                "coverage-unordered",
                "ui.coverage.unordered.none",
                u -> parcels.named(u.waybill().text()));
        column(
                unordered,
                "waybill",
                WIDE,
                u ->
                        u.bound()
                                ? u.waybill().text()
                                : words.say("ui.desk.unbound", u.waybill().text().substring(1)));
        column(unordered, "station", NARROW, Coverage.Unordered::station);
        column(unordered, "recorded-at", WIDE, u -> times.minute(u.recorded()));
        GridPane grid = new GridPane(GAP, GAP);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        RowConstraints tall = new RowConstraints();
        tall.setVgrow(Priority.ALWAYS);
        tall.setPercentHeight(50);
        grid.getRowConstraints().setAll(tall, tall);
        grid.addRow(0, titled("ui.coverage.days", days), titled("ui.coverage.stations", stations));
        grid.addRow(
                1,
                titled("ui.coverage.unrecorded", unrecorded),
                titled("ui.coverage.unordered", unordered));
        grid.getStyleClass().add("case-page");
        return Panes.only(grid, none().map(empty -> !empty));
    }

    private void byDay(Coverage.Day day) {
        parcels.ofDay(day.day(), Optional.empty());
    }

    private void byStation(Coverage.StationDay day) {
        parcels.ofDay(day.day(), Optional.of(day.station()));
    }

    private Node nothing() {
        return Panes.only(
                Panes.empty(
                        Feather.PERCENT,
                        words.text("ui.coverage.none.title"),
                        words.text("ui.coverage.none.lesson")),
                none());
    }

    private ObservableValue<Boolean> none() {
        return Bindings.createObjectBinding(
                () ->
                        model.coverage()
                                .get()
                                .map(now -> now.days().isEmpty() && now.stations().isEmpty())
                                .orElse(false),
                model.coverage());
    }

    private void fill() {
        Optional<Coverage> now = model.coverage().get();
        days.getItems().setAll(now.map(c -> c.days().reversed()).orElse(List.of()));
        stations.getItems().setAll(now.map(c -> c.stations().reversed()).orElse(List.of()));
        unrecorded.getItems().setAll(now.map(Coverage::unrecorded).orElse(List.of()));
        unordered.getItems().setAll(now.map(Coverage::unordered).orElse(List.of()));
    }

    private Node titled(String key, TableView<?> table) {
        Label title = Panes.label(words.text(key), "section");
        title.setLabelFor(table);
        VBox box = new VBox(6, title, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        return box;
    }

    private <T> void dress(TableView<T> table, String id, String empty, Consumer<T> open) {
        table.setId(id);
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Panes.paragraph(words.text(empty), "quiet"));
        table.setMinHeight(0);
        table.setRowFactory(view -> {
            TableRow<T> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2) lead(row.getItem(), open);
            });
            return row;
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ENTER) return;
            lead(table.getSelectionModel().getSelectedItem(), open);
            e.consume();
        });
    }

    private static <T> void lead(@Nullable T line, Consumer<T> open) {
        if (line != null) open.accept(line);
    }

    private <T> void column(
            TableView<T> table, String name, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(words.text("ui.coverage.column." + name));
        column.setCellValueFactory(cell ->
                new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    /** Writes tenths of a percent: 1000 is 100 %, 987 is 98.7 %. */
    private String percent(int permille) {
        String number =
                permille % 10 == 0
                        ? String.valueOf(permille / 10)
                        : permille / 10 + "." + permille % 10;
        return words.say("ui.coverage.percent", number);
    }
}
