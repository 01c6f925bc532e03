package packwitness.ui.shipments;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.orders.OrderImport;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.Take;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Player;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Search, the parcel that was chosen, its takes and its hold. FX thread only. */
public final class ShipmentsViewModel {
    private static final int MOST = 200;

    private final ShipmentService index;
    private final Background background;
    private final Background.Lane searching;
    private final Background.Lane opening;
    private final Player player;

    private final StringProperty asked = new SimpleStringProperty("");
    private final BooleanProperty searched = new SimpleBooleanProperty();
    private final ObservableList<Shipment> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ShipmentPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShipmentPage.TakePage>> take =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OrderImport.Imported>> imported =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty holdReason = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private Optional<ShipmentId> wish = Optional.empty();

    public ShipmentsViewModel(ShipmentService index, Background background) {
        this.index = index;
        this.background = background;
        this.searching = background.lane();
        this.opening = background.lane();
        this.player = new Player(background);
        asked.subscribe((before, now) -> search());
    }

    /** The text of the search field; each change searches again. */
    public StringProperty asked() {
        return asked;
    }

    /** Whether an answer to the newest question has come. */
    public BooleanProperty searched() {
        return searched;
    }

    public ObservableList<Shipment> rows() {
        return rows;
    }

    /** Returns the parcel that is shown. */
    public ReadOnlyObjectProperty<Optional<ShipmentPage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Returns the take that is shown. */
    public ReadOnlyObjectProperty<Optional<ShipmentPage.TakePage>> take() {
        return take.getReadOnlyProperty();
    }

    /** Why the parcel is to be put on hold. */
    public StringProperty holdReason() {
        return holdReason;
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    public Player player() {
        return player;
    }

    /** Asks again, such as after new parcels were recorded. */
    public void search() {
        String text = asked.get();
        searched.set(false);
        searching.run(
                () -> index.find(text, MOST),
                found -> {
                    if (!rows.equals(found)) rows.setAll(found);
                    searched.set(true);
                },
                trouble::set);
    }

    /** Returns what the last order file brought. */
    public ReadOnlyObjectProperty<Optional<OrderImport.Imported>> imported() {
        return imported.getReadOnlyProperty();
    }

    /** Takes the note about the last order file away. */
    public void forgetImport() {
        imported.set(Optional.empty());
    }

    /** Takes in the order file of a platform; all of its orders or none. */
    public void importOrders(Path file) {
        trouble.set(null);
        imported.set(Optional.empty());
        background.run(
                () -> index.importOrders(file),
                done -> {
                    imported.set(Optional.of(done));
                    search();
                    page.get().ifPresent(now -> open(now.shipment().id()));
                },
                trouble::set);
    }

    /** Opens the page of a parcel; its newest take stands ready at the first frame. */
    public void open(ShipmentId id) {
        trouble.set(null);
        opening.run(() -> load(id), this::show, trouble::set);
    }

    public void choose(ShipmentPage.TakePage chosen) {
        take.set(Optional.of(chosen));
        player.open(chosen.video(), labelOf(chosen.take()));
    }

    /** Plays a parcel: at once where its page is open, else as soon as it is. */
    public void play(ShipmentId id) {
        if (shows(id)) {
            play();
            return;
        }
        wish = Optional.of(id);
        open(id);
    }

    /** Starts or pauses the video; the ledger notes that it was watched. */
    public void play() {
        if (player.speed().get() == 0) noteViewed();
        player.toggle();
    }

    /** Puts the parcel on hold, for which a reason must stand there, or takes it off. */
    public void hold(boolean on) {
        page.get()
                .ifPresent(now -> {
                    if (on && holdReason.get().isBlank()) return;
                    ShipmentId id = now.shipment().id();
                    String why = holdReason.get().strip();
                    background.run(
                            () -> {
                                index.hold(id, on, why);
                                return load(id);
                            },
                            next -> {
                                holdReason.set("");
                                page.set(Optional.of(next));
                                search();
                            },
                            trouble::set);
                });
    }

    /** Returns the point of the film at which the waybill was read, else its first still. */
    static Duration labelOf(Take take) {
        Optional<Duration> seen =
                take.stop()
                        .flatMap(stop ->
                                take.sightings().stream()
                                        .filter(Take.Sighting::isTheWaybill)
                                        .map(s -> Duration.between(stop.firstAt(), s.at()))
                                        .filter(at -> !at.isNegative())
                                        .findFirst());
        return seen.orElseGet(
                () -> take.stills().isEmpty() ? Duration.ZERO : take.stills().getFirst().at());
    }

    private void noteViewed() {
        page.get()
                .ifPresent(now ->
                        background.run(
                                () -> {
                                    index.viewed(now.shipment().id());
                                    return true;
                                },
                                done -> {},
                                trouble::set));
    }

    private void show(ShipmentPage next) {
        boolean same = shows(next.shipment().id());
        page.set(Optional.of(next));
        holdReason.set("");
        if (same && take.get().isPresent()) return;
        if (next.takes().isEmpty()) {
            take.set(Optional.empty());
            player.close();
        } else {
            choose(next.takes().getLast());
            if (wish.filter(next.shipment().id()::equals).isPresent()) play();
        }
        wish = Optional.empty();
    }

    private boolean shows(ShipmentId id) {
        return page.get().map(now -> now.shipment().id().equals(id)).orElse(false);
    }

    private ShipmentPage load(ShipmentId id) throws Failure {
        Optional<Shipment> found = index.show(id);
        if (found.isEmpty()) throw new Failure(ShipmentProblem.UNKNOWN_WAYBILL, id);
        List<ShipmentPage.TakePage> takes = new ArrayList<>();
        for (Take one : found.get().takes())
            takes.add(
                    new ShipmentPage.TakePage(
                            one,
                            index.video(one),
                            index.bracket(one),
                            one.stills().stream()
                                    .map(s -> new ShipmentPage.StillCard(s, index.still(s)))
                                    .toList()));
        return new ShipmentPage(found.get(), takes);
    }
}
