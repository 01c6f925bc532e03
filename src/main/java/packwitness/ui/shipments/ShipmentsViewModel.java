package packwitness.ui.shipments;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

import org.jspecify.annotations.Nullable;

import packwitness.ledger.Entry;
import packwitness.orders.OrderImport;
import packwitness.shipment.FilterNames;
import packwitness.shipment.FoundPage;
import packwitness.shipment.ParcelLine;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.ShipmentQuery;
import packwitness.shipment.Take;
import packwitness.shipment.search.Filters;
import packwitness.shipment.search.NotFound;
import packwitness.shipment.search.PageKey;
import packwitness.storage.Cancellation;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Player;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** Search, the parcel that was chosen, its takes and its hold. FX thread only. */
public final class ShipmentsViewModel {
    static final int PAGE = 60;

    private final ShipmentService index;
    private final Background background;
    private final Background.Lane searching;
    private final Background.Lane opening;
    private final FilmService films;
    private final FilmViewModel film;
    private final ObservableList<Entry> history = FXCollections.observableArrayList();
    private final Background.Lane telling;

    private final StringProperty asked = new SimpleStringProperty("");
    private final BooleanProperty searched = new SimpleBooleanProperty();
    private final ResultRows rows = new ResultRows(this::again, this::more);
    private final ObservableList<NotFound> reasons = FXCollections.observableArrayList();
    private final ObservableSet<Chip> chips = FXCollections.observableSet(new TreeSet<>());
    private final ObservableMap<NameFilter, String> names =
            FXCollections.observableMap(new EnumMap<>(NameFilter.class));
    private final ObjectProperty<Optional<LocalDate>> day =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper filtered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<FilterNames> known =
            new ReadOnlyObjectWrapper<>(FilterNames.none());
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private boolean turning;
    private Cancellation running = new Cancellation();
    private boolean asking;
    private final ReadOnlyObjectWrapper<Optional<ShipmentPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShipmentPage.TakePage>> take =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<OrderImport.Imported>> imported =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty holdReason = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private Optional<ShipmentId> wish = Optional.empty();
    private Optional<Runnable> answered = Optional.empty();

    /** A filter that is on or off. */
    public enum Chip {
        TODAY,
        CLAIM,
        HOLD,
        INCOMPLETE,
        UNBOUND
    }

    public ShipmentsViewModel(ShipmentService index, FilmService films, Background background) {
        this.index = index;
        this.films = films;
        this.background = background;
        this.searching = background.lane();
        this.opening = background.lane();
        this.film = new FilmViewModel(films, background);
        this.telling = background.lane();
        asked.subscribe((before, now) -> {
            if (!turning) search();
        });
        chips.addListener(
                (SetChangeListener<Chip>)
                        change -> {
                            // Today and another day exclude each other: the later choice holds.
                            if (change.wasAdded() && change.getElementAdded() == Chip.TODAY)
                                day.set(Optional.empty());
                            turned();
                        });
        names.addListener((MapChangeListener<NameFilter, String>) change -> turned());
        day.subscribe((before, now) -> {
            if (now.isPresent()) chips.remove(Chip.TODAY);
            turned();
        });
    }

    /** The text of the search field; each change searches again. */
    public StringProperty asked() {
        return asked;
    }

    /** Whether an answer to the newest question has come. */
    public BooleanProperty searched() {
        return searched;
    }

    /** Returns the parcels that fit, as far as they were looked at. */
    public ObservableList<ParcelLine> rows() {
        return rows;
    }

    /** Returns whether there are more than {@link #rows} has. */
    public boolean hasMore() {
        return rows.next().isPresent();
    }

    /** Returns why nothing was found. */
    public ObservableList<NotFound> reasons() {
        return reasons;
    }

    /** Returns the filters that are on; each change searches again. */
    public ObservableSet<Chip> chips() {
        return chips;
    }

    /** Returns the names that are filtered by; each change searches again. */
    public ObservableMap<NameFilter, String> names() {
        return names;
    }

    /** The day that is filtered by; each change searches again. */
    public ObjectProperty<Optional<LocalDate>> day() {
        return day;
    }

    /** Returns whether any filter is on. */
    public ReadOnlyBooleanProperty filtered() {
        return filtered.getReadOnlyProperty();
    }

    /** Returns the names that can be filtered by, as they were read last. */
    public ReadOnlyObjectProperty<FilterNames> known() {
        return known.getReadOnlyProperty();
    }

    /** Reads the names that can be filtered by. */
    public void learnNames() {
        background.run(index::names, known::set, trouble::set);
    }

    /** Takes every filter off; what was typed stays. */
    public void clearFilters() {
        turn(() -> {
            chips.clear();
            names.clear();
            day.set(Optional.empty());
        });
    }

    /** Shows the parcels of one day, of one station or of all, and nothing but them. */
    public void showOnly(LocalDate of, Optional<String> station) {
        turn(() -> {
            chips.clear();
            names.clear();
            asked.set("");
            day.set(Optional.of(of));
            station.ifPresent(name -> names.put(NameFilter.STATION, name));
        });
    }

    /** Several changes at once are one question. */
    private void turn(Runnable changes) {
        turning = true;
        try {
            changes.run();
        } finally {
            turning = false;
        }
        turned();
    }

    private void turned() {
        if (turning) return;
        filtered.set(!chips.isEmpty() || !names.isEmpty() || day.get().isPresent());
        search();
    }

    /** Returns whether the buyer's data of the shown parcel may be read. */
    public BooleanProperty revealed() {
        return revealed;
    }

    /** Returns the picture file of a line. */
    public Optional<Path> picture(ParcelLine line) {
        return line.still().map(index::file);
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

    /** Returns the films of the take that is shown. */
    public FilmViewModel film() {
        return film;
    }

    public Player player() {
        return film.player();
    }

    /** Returns the rows of the ledger about the parcel that is shown, oldest first. */
    public ObservableList<Entry> history() {
        return history;
    }

    /**
     * Does the deed with the answer to what was typed last: now, or when it comes. Another question
     * before that drops it.
     */
    void whenAnswered(Runnable deed) {
        if (searched.get()) deed.run();
        else answered = Optional.of(deed);
    }

    /** Asks again, such as after new parcels were recorded; what was being asked is cancelled. */
    public void search() {
        ShipmentQuery query = query();
        searched.set(false);
        running.cancel();
        Cancellation mine = new Cancellation();
        running = mine;
        asking = false;
        answered = Optional.empty();
        searching.run(
                () -> unlessCancelled(() -> answer(query, mine)),
                found -> {
                    reasons.setAll(found.reasons());
                    rows.begin(found.page());
                    searched.set(true);
                    if (found.page().rows().isEmpty()) leave();
                    if (found.page().rows().size() < PAGE) more();
                    answered.ifPresent(Runnable::run);
                    answered = Optional.empty();
                },
                trouble::set);
    }

    /** Beside "nothing found" stands no parcel, least of all one with its buyer shown. */
    private void leave() {
        opening.drop();
        telling.drop();
        wish = Optional.empty();
        revealed.set(false);
        take.set(Optional.empty());
        page.set(Optional.empty());
        history.clear();
        film.close();
    }

    /** What came of a question. */
    private record Answer(FoundPage<ParcelLine> page, List<NotFound> reasons) {}

    private Answer answer(ShipmentQuery query, Cancellation mine) throws Failure {
        FoundPage<ParcelLine> page = index.find(query, Optional.empty(), mine);
        boolean nothing = page.rows().isEmpty() && !query.text().isBlank();
        return new Answer(page, nothing ? index.why(query.text()) : List.of());
    }

    /** Reads the page behind the last one, unless that is being done. */
    private void more() {
        Optional<PageKey> after = rows.next();
        if (asking || after.isEmpty()) return;
        asking = true;
        ShipmentQuery query = query();
        Cancellation mine = running;
        background.run(
                () -> Optional.ofNullable(unlessCancelled(() -> index.find(query, after, mine))),
                page -> {
                    if (mine != running) return;
                    asking = false;
                    page.ifPresent(rows::append);
                },
                e -> {
                    if (mine != running) return;
                    asking = false;
                    trouble.set(e);
                });
    }

    /** Reads a page again that is not in memory any more. */
    private void again(int number) {
        Optional<PageKey> key = rows.keyOf(number);
        ShipmentQuery query = query();
        Cancellation mine = running;
        background.run(
                () -> Optional.ofNullable(unlessCancelled(() -> index.find(query, key, mine))),
                page -> {
                    if (mine == running) page.ifPresent(p -> rows.again(number, p.rows()));
                },
                trouble::set);
    }

    private ShipmentQuery query() {
        Filters filters =
                Filters.none()
                        .only(
                                chips.contains(Chip.CLAIM),
                                chips.contains(Chip.HOLD),
                                chips.contains(Chip.INCOMPLETE),
                                chips.contains(Chip.UNBOUND));
        for (Map.Entry<NameFilter, String> name : names.entrySet())
            filters = name.getKey().put(filters, name.getValue());
        Optional<LocalDate> only =
                chips.contains(Chip.TODAY) ? Optional.of(index.today()) : day.get();
        if (only.isPresent())
            filters = filters.between(index.begin(only.get()), index.begin(only.get().plusDays(1)));
        return ShipmentQuery.of(asked.get(), PAGE).with(filters);
    }

    /** Returns nothing where the question was cancelled, for nobody waits for the answer. */
    private static <T> @Nullable T unlessCancelled(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (CancellationException e) {
            return null;
        }
    }

    /** Shows the buyer's data of this parcel; the ledger notes it first. */
    public void reveal() {
        page.get()
                .ifPresent(now -> {
                    ShipmentId id = now.shipment().id();
                    background.run(
                            () -> {
                                index.revealed(id);
                                return id;
                            },
                            shown -> {
                                if (shows(shown)) revealed.set(true);
                            },
                            trouble::set);
                });
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
        background.job(
                "kit.job.import",
                watch -> index.importOrders(file, watch::at),
                done -> {
                    imported.set(Optional.of(done));
                    search();
                    page.get().ifPresent(now -> open(now.shipment().id()));
                },
                trouble::set,
                file.getFileName());
    }

    /** Opens the page of a parcel; its newest take stands ready at the first frame. */
    public void open(ShipmentId id) {
        trouble.set(null);
        opening.run(() -> load(id), this::show, trouble::set);
    }

    public void choose(ShipmentPage.TakePage chosen) {
        take.set(Optional.of(chosen));
        page.get().ifPresent(now -> film.open(now, chosen));
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
        if (player().speed().get() == 0) noteViewed();
        player().toggle();
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
                                tell(next);
                                search();
                            },
                            trouble::set);
                });
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
        if (!same) revealed.set(false);
        page.set(Optional.of(next));
        tell(next);
        holdReason.set("");
        if (same && take.get().isPresent()) return;
        if (next.takes().isEmpty()) {
            take.set(Optional.empty());
            film.close();
        } else {
            choose(next.takes().getLast());
            if (wish.filter(next.shipment().id()::equals).isPresent()) play();
        }
        wish = Optional.empty();
    }

    private void tell(ShipmentPage next) {
        telling.run(() -> films.history(next.shipment()), history::setAll, trouble::set);
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
                                    .toList(),
                            index.gone(one)));
        return new ShipmentPage(found.get(), takes, index.holds(id));
    }
}
