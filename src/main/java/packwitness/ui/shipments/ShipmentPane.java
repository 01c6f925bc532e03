package packwitness.ui.shipments;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.keep.Masks;
import packwitness.ledger.Entry;
import packwitness.orders.Order;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shipment.TakeState;
import packwitness.shop.KeepWords;
import packwitness.text.Messages;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The page of one parcel: what it was, how it was packed, what is attested, what can be done. */
final class ShipmentPane {
    private static final double STILL_HEIGHT = 76;

    private final ShipmentsViewModel model;
    private final Words words;
    private final Times times;
    private final FilmPane film;
    private final StackPane node = new StackPane();
    private final HBox takes = new HBox(6);
    private final HBox stills = new HBox(8);
    private final VBox facts = new VBox(4);

    ShipmentPane(
            ShipmentsViewModel model,
            Words words,
            Times times,
            Outside outside,
            Consumer<Shipment> openClaim,
            BiConsumer<String, List<Path>> verify) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.film = new FilmPane(model.film(), words, outside, takes);
        ObservableValue<Boolean> several =
                model.page().map(p -> p.map(one -> one.takes().size() > 1).orElse(false));
        Panes.only(
                takes,
                Bindings.createObjectBinding(
                        () -> several.getValue() && !film.clipping().get(),
                        several,
                        film.clipping()));
        // Whoever cuts a clip looks at the film; the rest of the page makes room for it.
        VBox below = whole(new VBox(10, facts, story()));
        VBox page = new VBox(header(openClaim, verify), whole(holdRow()), filmBox(), below);
        page.getStyleClass().add("shipment-page");
        VBox empty =
                Panes.empty(
                        Feather.FILM,
                        words.text("ui.shipment.none.title"),
                        words.text("ui.shipment.none.lesson"));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The facts of a long story are scrolled to; they never push the window's own strip away.
        scroll.setMinHeight(0);
        Panes.only(scroll, model.page().map(Optional::isPresent));
        Panes.only(empty, model.page().map(Optional::isEmpty));
        node.getChildren().addAll(empty, scroll);
        node.setMinWidth(520);
        model.page()
                .subscribe((before, now) -> {
                    showTakes();
                    if (!now.map(ShipmentPane::id).equals(before.map(ShipmentPane::id)))
                        film.putAway();
                });
        model.take()
                .subscribe(now -> {
                    showTakes();
                    showTake();
                });
        words.lang()
                .subscribe(() -> {
                    showTakes();
                    showTake();
                });
    }

    Region node() {
        return node;
    }

    FilmPane film() {
        return film;
    }

    private static ShipmentId id(ShipmentPage page) {
        return page.shipment().id();
    }

    /** Shows the node where the page is seen as a whole. */
    private <N extends Node> N whole(N node) {
        return Panes.only(node, film.clipping().not());
    }

    private Node header(Consumer<Shipment> openClaim, BiConsumer<String, List<Path>> verify) {
        Label waybill =
                Panes.label(
                        of(s ->
                                s.bound()
                                        ? s.waybill().text()
                                        : words.say(
                                                "ui.desk.unbound",
                                                s.waybill().text().substring(1))),
                        "page-title");
        waybill.setId("shipment-waybill");
        waybill.setMinWidth(Region.USE_PREF_SIZE);
        Label title = Panes.label(of(Shipment::title), "page-subtitle");
        Label order =
                Panes.label(words.text(this::orderLine, model.page(), model.revealed()), "quiet");
        Button reveal = new Button("", Panes.icon(Feather.EYE));
        reveal.setId("reveal-buyer");
        reveal.getStyleClass().addAll("flat", "small");
        reveal.textProperty().bind(words.text("ui.shipment.reveal"));
        reveal.setOnAction(e -> model.reveal());
        Panes.only(
                reveal,
                Bindings.createObjectBinding(
                        () -> !model.revealed().get() && hasBuyer(),
                        model.page(),
                        model.revealed()));
        HBox orderRow = new HBox(6, order, reveal);
        orderRow.setAlignment(Pos.CENTER_LEFT);
        VBox about = new VBox(2, Panes.only(title, title.textProperty().isNotEmpty()), orderRow);
        VBox left = new VBox(2, waybill, whole(about));
        HBox.setHgrow(left, Priority.ALWAYS);
        Button claim = new Button("", Panes.icon(Feather.SHIELD));
        claim.setId("open-claim");
        claim.getStyleClass().add("accent");
        claim.textProperty().bind(words.text("ui.shipment.claim"));
        claim.setMinWidth(Region.USE_PREF_SIZE);
        claim.setOnAction(
                e -> model.page().get().ifPresent(page -> openClaim.accept(page.shipment())));
        Button check = new Button("", Panes.icon(Feather.CHECK_SQUARE));
        check.setId("verify-parcel");
        check.textProperty().bind(words.text("ui.shipment.verify"));
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setOnAction(e ->
                model.page()
                        .get()
                        .ifPresent(page ->
                                verify.accept(page.shipment().waybill().text(), films(page))));
        HBox header = new HBox(12, left, whole(check), whole(claim));
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /** Returns the originals of the parcel that are still there. */
    private static List<Path> films(ShipmentPage page) {
        return page.takes().stream()
                .filter(one -> one.gone().isEmpty())
                .map(ShipmentPage.TakePage::video)
                .toList();
    }

    private String orderLine() {
        return model.page()
                .get()
                .map(page -> {
                    Shipment shipment = page.shipment();
                    if (shipment.orders().isEmpty())
                        return words.say("ui.shipment.no-order", shipment.station());
                    Order order = shipment.orders().getFirst();
                    return words.say(
                            "ui.shipment.order",
                            order.number().text(),
                            order.buyer()
                                    .map(b -> model.revealed().get() ? b : Masks.name(b))
                                    .orElse("—"),
                            shipment.station());
                })
                .orElse("");
    }

    private boolean hasBuyer() {
        return model.page()
                .get()
                .map(page -> page.shipment().orders().stream().anyMatch(o -> o.buyer().isPresent()))
                .orElse(false);
    }

    private HBox holdRow() {
        ObservableValue<Boolean> held =
                model.page().map(p -> p.filter(page -> !page.holds().isEmpty()).isPresent());
        // A rule or an open claim is not lifted here; what somebody wrote down is.
        ObservableValue<Boolean> written =
                model.page().map(p -> p.flatMap(page -> page.shipment().holdReason()).isPresent());
        StateBadge badge = new StateBadge();
        badge.follow(
                held.map(h -> h ? Mark.RUNNING : Mark.OFF),
                words.text(() -> words.say(held.getValue() ? "ui.hold.on" : "ui.hold.off"), held));
        Label reason =
                Panes.paragraph(
                        words.text(
                                () ->
                                        String.join(
                                                "\n",
                                                new KeepWords(Messages.of(words.lang().get()))
                                                        .holds(
                                                                model.page()
                                                                        .get()
                                                                        .map(ShipmentPage::holds)
                                                                        .orElse(List.of()))),
                                model.page()),
                        "quiet");
        reason.setId("hold-reasons");
        TextField why = new TextField();
        why.setId("hold-reason");
        why.promptTextProperty().bind(words.text("ui.hold.why"));
        why.textProperty().bindBidirectional(model.holdReason());
        HBox.setHgrow(why, Priority.ALWAYS);
        Button hold = new Button("", Panes.icon(Feather.LOCK));
        hold.setId("hold");
        hold.textProperty().bind(words.text("ui.hold.do"));
        hold.setMinWidth(Region.USE_PREF_SIZE);
        hold.disableProperty().bind(model.holdReason().map(String::isBlank));
        hold.setOnAction(e -> model.hold(true));
        Button release = new Button("", Panes.icon(Feather.UNLOCK));
        release.setId("release");
        release.textProperty().bind(words.text("ui.hold.undo"));
        release.setMinWidth(Region.USE_PREF_SIZE);
        release.setOnAction(e -> model.hold(false));
        Panes.only(reason, held);
        Panes.only(release, written);
        Panes.only(why, written.map(h -> !h));
        Panes.only(hold, written.map(h -> !h));
        Region gap = Panes.only(Panes.gap(), written);
        HBox row = new HBox(8, badge.node(), reason, gap, why, hold, release);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node filmBox() {
        ScrollPane strip = new ScrollPane(stills);
        strip.setFitToHeight(true);
        strip.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        strip.setMinHeight(STILL_HEIGHT + 16);
        strip.getStyleClass().add("still-strip");
        strip.setFocusTraversable(false);
        Panes.only(
                strip, model.take().map(t -> t.map(one -> !one.stills().isEmpty()).orElse(false)));
        VBox box = new VBox(8, film.node(), whole(new VBox(strip)));
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void showTakes() {
        takes.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (ShipmentPage.TakePage one :
                model.page().get().map(ShipmentPage::takes).orElse(List.of())) {
            ToggleButton button =
                    new ToggleButton(
                            words.say(
                                            "ui.shipment.take",
                                            one.take().number(),
                                            times.day(one.take().scannedAt(), words.lang().get()))
                                    + view(one.take()));
            button.getStyleClass().add("small");
            button.setToggleGroup(group);
            button.setSelected(
                    model.take()
                            .get()
                            .map(now -> now.take().id().equals(one.take().id()))
                            .orElse(false));
            button.setOnAction(e -> model.choose(one));
            takes.getChildren().add(button);
        }
    }

    /** Names the view where the take has several. */
    private String view(Take take) {
        boolean several =
                model.page()
                        .get()
                        .map(page ->
                                page.takes().stream()
                                                .filter(t -> t.take().number() == take.number())
                                                .count()
                                        > 1)
                        .orElse(false);
        return several ? " · " + words.say("ui.desk.view." + take.view()) : "";
    }

    private void showTake() {
        stills.getChildren().clear();
        facts.getChildren().clear();
        model.take()
                .get()
                .ifPresent(now -> {
                    for (ShipmentPage.StillCard card : now.stills())
                        stills.getChildren().add(still(card));
                    tell(now);
                });
    }

    private Node still(ShipmentPage.StillCard card) {
        // Loaded in the background, at the size it is shown.
        ImageView view =
                new ImageView(
                        new Image(
                                card.file().toUri().toString(), 0, STILL_HEIGHT, true, true, true));
        Label time = new Label(Times.length(card.still().at()));
        time.getStyleClass().add("still-time");
        StackPane pane = new StackPane(view, time);
        StackPane.setAlignment(time, Pos.BOTTOM_RIGHT);
        pane.getStyleClass().add("still");
        pane.setOnMouseClicked(e -> film.stand(card.still().at()));
        return pane;
    }

    private void tell(ShipmentPage.TakePage page) {
        Take take = page.take();
        page.gone()
                .ifPresent(at -> fact(Mark.ATTENTION, words.say("ui.take.gone", times.minute(at))));
        if (take.state() == TakeState.RECORDING) fact(Mark.RUNNING, words.say("ui.take.RECORDING"));
        take.stop()
                .ifPresent(stop -> {
                    boolean whole = stop.dropped() == 0 && take.state() == TakeState.SEALED;
                    fact(
                            whole ? Mark.READY : Mark.ATTENTION,
                            words.say(
                                    "ui.take.recorded",
                                    times.second(stop.firstAt()),
                                    times.clock(stop.lastAt()),
                                    stop.recorded(),
                                    stop.preRoll()));
                    fact(
                            whole ? Mark.READY : Mark.ATTENTION,
                            take.state() == TakeState.SEALED
                                    ? words.say("ui.take.dropped", stop.dropped())
                                    : words.say("ui.take." + take.state()));
                });
        Attested attested = new Attested(words, times);
        fact(attested.mark(page.bracket()), attested.bracket(page.bracket()));
        take.sightings().stream()
                .filter(Take.Sighting::isTheWaybill)
                .findFirst()
                .ifPresent(seen ->
                        fact(Mark.READY, words.say("ui.take.seen", times.clock(seen.at()))));
    }

    /** All that the ledger knows of the parcel, folded away until somebody asks. */
    private Node story() {
        VBox lines = new VBox(4);
        lines.setId("history");
        TitledPane pane = new TitledPane("", lines);
        pane.setId("history-pane");
        pane.textProperty()
                .bind(
                        words.text(
                                () -> words.say("ui.history.title", model.history().size()),
                                model.history()));
        pane.setExpanded(false);
        pane.setAnimated(false);
        Runnable draw =
                () -> {
                    History history = new History(words, times);
                    lines.getChildren()
                            .setAll(
                                    model.page().get().stream()
                                            .flatMap(page ->
                                                    history.of(model.history(), page).stream())
                                            .map(this::line)
                                            .toList());
                };
        model.history().addListener((ListChangeListener<Entry>) change -> draw.run());
        words.lang().subscribe(draw);
        return Panes.only(pane, model.page().map(Optional::isPresent));
    }

    private HBox line(History.Line line) {
        StateBadge badge = StateBadge.bare();
        badge.show(line.mark());
        Label time = new Label(times.second(line.at()));
        time.getStyleClass().add("quiet");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Panes.paragraph(line.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, badge.node(), time, text);
    }

    private void fact(Mark mark, String sentence) {
        StateBadge badge = StateBadge.bare();
        badge.show(mark);
        Label text = Panes.paragraph(sentence, "take-fact");
        HBox row = new HBox(8, badge.node(), text);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        facts.getChildren().add(row);
    }

    private ObservableValue<String> of(java.util.function.Function<Shipment, String> value) {
        return model.page().map(page -> page.map(p -> value.apply(p.shipment())).orElse(""));
    }
}
