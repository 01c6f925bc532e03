package packwitness.ui.figures;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import packwitness.claim.ClaimStatistics;
import packwitness.shop.DayFigures;
import packwitness.ui.desk.Alarms;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.TroublePane;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The day at a glance. FX thread only. */
public final class FiguresView implements Screen {
    private static final double REFRESH_SECONDS = 60;

    private final FiguresViewModel model;
    private final Words words;
    private final BorderPane node = new BorderPane();
    private final VBox page = new VBox(14);
    private final Button back = new Button("", Panes.icon(Feather.CHEVRON_LEFT));
    private final Timeline ticks;
    private final Keymap keys;

    public FiguresView(FiguresViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.keys =
                new Keymap("ui.place.FIGURES")
                        .on("ui.figures.key.back", () -> model.go(-1), Keymap.alt(KeyCode.LEFT))
                        .on("ui.figures.key.on", () -> model.go(1), Keymap.alt(KeyCode.RIGHT))
                        .on("ui.figures.today", model::goToday, Keymap.alt(KeyCode.HOME));
        this.ticks =
                new Timeline(new KeyFrame(Duration.seconds(REFRESH_SECONDS), e -> model.read()));
        ticks.setCycleCount(Timeline.INDEFINITE);
        TroublePane trouble = new TroublePane(words);
        trouble.shown().bindBidirectional(model.trouble());
        page.getStyleClass().add("case-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setId("figures-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("case-scroll");
        node.setId("figures");
        node.setTop(new VBox(trouble.node(), head()));
        node.setCenter(scroll);
        node.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        model.figures().subscribe(now -> fill());
        words.lang().subscribe(() -> fill());
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        model.read();
        ticks.play();
        back.requestFocus();
    }

    @Override
    public void prepare() {
        model.read();
    }

    @Override
    public void hidden() {
        ticks.stop();
    }

    @Override
    public List<Keymap> keys() {
        return List.of(keys);
    }

    private Node head() {
        name(back, "figures-back", "ui.figures.back");
        back.setOnAction(e -> model.go(-1));
        Button on = new Button("", Panes.icon(Feather.CHEVRON_RIGHT));
        name(on, "figures-on", "ui.figures.on");
        on.setOnAction(e -> model.go(1));
        Button today = new Button();
        today.setId("figures-today");
        today.textProperty().bind(words.text("ui.figures.today"));
        today.setMinWidth(Button.USE_PREF_SIZE);
        today.setOnAction(e -> model.goToday());
        Label title =
                Panes.label(
                        words.text(
                                () -> words.say("ui.figures.title", model.day().get().toString()),
                                model.day()),
                        "page-title");
        title.setId("figures-title");
        HBox head = new HBox(8, title, Panes.gap(), back, on, today);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("case-head");
        return head;
    }

    private void name(Button button, String id, String key) {
        button.setId(id);
        button.getStyleClass().add("button-icon");
        button.accessibleTextProperty().bind(words.text(key));
    }

    private void fill() {
        page.getChildren().clear();
        model.figures()
                .get()
                .ifPresentOrElse(
                        this::show,
                        () ->
                                page.getChildren()
                                        .add(
                                                Panes.paragraph(
                                                        words.say("ui.figures.counting"),
                                                        "quiet")));
    }

    private void show(DayFigures day) {
        ClaimStatistics.Group claims = day.claims().all();
        FlowPane tiles = new FlowPane(12, 12);
        tiles.getChildren()
                .addAll(
                        tile(
                                "ui.figures.parcels",
                                String.valueOf(day.parcels()),
                                Mark.OFF,
                                words.say("ui.figures.sealed", day.sealed(), day.incomplete())),
                        coverage(day),
                        alarms(day),
                        tile(
                                "ui.figures.claims",
                                String.valueOf(claims.open()),
                                claims.open() > 0 ? Mark.ATTENTION : Mark.READY,
                                words.say(
                                        "ui.figures.ended",
                                        claims.won(),
                                        claims.lost(),
                                        claims.withdrawn())),
                        tile(
                                "ui.figures.money",
                                "¥" + claims.recovered().yuan(),
                                Mark.READY,
                                words.say(
                                        "ui.figures.not-recovered", claims.notRecovered().yuan())));
        page.getChildren().add(tiles);
        if (day.parcelsByDay().stream().allMatch(n -> n == 0) && claims.claims() == 0) {
            page.getChildren()
                    .add(
                            Panes.empty(
                                    Feather.BAR_CHART_2,
                                    words.text("ui.figures.none.title"),
                                    words.text("ui.figures.none.lesson")));
            return;
        }
        HBox charts =
                new HBox(
                        14,
                        titled("ui.figures.by-hour", Charts.hours(day, words)),
                        titled("ui.figures.by-day", Charts.days(day, words)));
        page.getChildren().add(charts);
        ClaimStatistics claimed = day.claims();
        if (claimed.all().claims() == 0) {
            page.getChildren().add(Panes.paragraph(words.say("ui.figures.no-claims"), "quiet"));
            return;
        }
        HBox more =
                new HBox(
                        14,
                        titled(
                                "ui.figures.by-platform",
                                Charts.outcomes(claimed.byPlatform(), words)),
                        titled("ui.figures.by-decisive", decisive(claimed.byDecisive())));
        Groups tables = new Groups(words);
        page.getChildren()
                .addAll(
                        more,
                        titled(
                                "ui.figures.by-platform.table",
                                tables.of(
                                        "by-platform",
                                        claimed.byPlatform(),
                                        one -> Platforms.name(one, words))),
                        titled(
                                "ui.figures.by-reason",
                                tables.of("by-reason", claimed.byReason(), one -> one)),
                        titled(
                                "ui.figures.by-paper",
                                tables.of(
                                        "by-paper",
                                        claimed.byPaper(),
                                        one -> words.say("ui.reader." + one))));
    }

    private Node coverage(DayFigures day) {
        if (day.ordered() == 0)
            return tile("ui.figures.coverage", "—", Mark.OFF, words.say("ui.figures.no-orders"));
        int part = (int) Math.floor(100.0 * day.recorded() / day.ordered());
        int without = day.ordered() - day.recorded();
        return tile(
                "ui.figures.coverage",
                words.say("ui.figures.percent", part),
                without == 0 ? Mark.READY : Mark.ATTENTION,
                words.say("ui.figures.recorded", day.recorded(), day.ordered()));
    }

    private Node alarms(DayFigures day) {
        Map<String, Integer> alarms = new TreeMap<>(day.alarms());
        String most =
                alarms.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(one ->
                                words.say(
                                        "ui.figures.alarm.most",
                                        words.say(Alarms.key(one.getKey())),
                                        one.getValue()))
                        .orElse(words.say("ui.figures.alarm.none"));
        return tile(
                "ui.figures.alarms",
                String.valueOf(day.alarmsInAll()),
                alarms.isEmpty() ? Mark.READY : Mark.TROUBLE,
                most);
    }

    private Node tile(String key, String value, Mark mark, String more) {
        StateBadge sign = StateBadge.bare();
        sign.show(mark);
        Label name = new Label(words.say(key));
        name.getStyleClass().add("fact-name");
        HBox head = new HBox(6, sign.node(), name);
        head.setAlignment(Pos.CENTER_LEFT);
        Label number = new Label(value);
        number.getStyleClass().add("figure-value");
        VBox tile = new VBox(2, head, number, Panes.paragraph(more, "quiet"));
        tile.getStyleClass().add("figure-tile");
        return tile;
    }

    private Node titled(String key, Node content) {
        Label title = new Label(words.say(key));
        title.getStyleClass().add("section");
        VBox box = new VBox(6, title, content);
        box.getStyleClass().add("info-card");
        box.setMinWidth(0);
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node decisive(List<ClaimStatistics.Group> groups) {
        if (groups.isEmpty())
            return Panes.paragraph(words.say("ui.figures.decisive.none"), "quiet");
        VBox rows = new VBox(6);
        for (ClaimStatistics.Group group : groups) {
            Label name = Panes.paragraph(words.say("ui.decisive." + group.name()));
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Label won = new Label(words.say("ui.figures.won-of", group.won(), group.claims()));
            won.setMinWidth(Label.USE_PREF_SIZE);
            rows.getChildren().add(new HBox(10, name, won));
        }
        return rows;
    }
}
