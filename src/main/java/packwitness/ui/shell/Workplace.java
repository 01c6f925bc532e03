package packwitness.ui.shell;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import packwitness.setting.Setting;
import packwitness.setting.SettingBook;
import packwitness.shop.Permission;
import packwitness.ui.check.CheckView;
import packwitness.ui.check.CheckViewModel;
import packwitness.ui.claims.ClaimsView;
import packwitness.ui.claims.ClaimsViewModel;
import packwitness.ui.claims.ReminderBanner;
import packwitness.ui.coverage.CoverageView;
import packwitness.ui.coverage.CoverageViewModel;
import packwitness.ui.coverage.Parcels;
import packwitness.ui.desk.DeskState;
import packwitness.ui.desk.DeskView;
import packwitness.ui.desk.DeskViewModel;
import packwitness.ui.desk.Overheard;
import packwitness.ui.figures.FiguresView;
import packwitness.ui.figures.FiguresViewModel;
import packwitness.ui.imports.ImportsView;
import packwitness.ui.imports.ImportsViewModel;
import packwitness.ui.keep.KeepView;
import packwitness.ui.keep.KeepViewModel;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Beat;
import packwitness.ui.kit.LazyScreen;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.ui.rules.RulesView;
import packwitness.ui.rules.RulesViewModel;
import packwitness.ui.settings.SettingsView;
import packwitness.ui.settings.SettingsViewModel;
import packwitness.ui.shipments.ShipmentsView;
import packwitness.ui.shipments.ShipmentsViewModel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What an open vault brings into the window: its screens, their models and threads. What is not
 * seen at once is made when it is first looked at, and what no packer waits for begins when the
 * window has been drawn. FX thread only.
 */
final class Workplace {
    private static final long REST_MILLIS = 20_000;

    private final ShellViewModel model;
    private final DesktopContext context;
    private final Background background;
    private final Words words;
    private final Times times;
    private final OpenShop shop;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final ExecutorService deskThread = thread("desk");
    private final ExecutorService importThread = thread("imports");
    private final DeskViewModel desk;
    private final ClaimsViewModel claims;
    private final CheckViewModel checks;
    private final ShipmentsViewModel parcels;
    private final ReminderBanner reminders;
    private final Overheard overheard;
    private final List<Path> orders;
    private final Beat rest = new Beat(REST_MILLIS, this::rest);
    private Optional<ShipmentsView> search = Optional.empty();
    private Optional<KeepView> keep = Optional.empty();
    private Optional<ImportsView> imports = Optional.empty();
    private boolean closed;

    Workplace(
            ShellViewModel model,
            ShellViewModel.Opened opened,
            DesktopContext context,
            Background background,
            Words words,
            Times times,
            Consumer<SettingBook.Held> changed) {
        this.model = model;
        this.context = context;
        this.background = background;
        this.words = words;
        this.times = times;
        this.shop = opened.shop();
        this.orders = opened.choice().orders();
        // A scan must never wait behind a search or a paper, and never overtake another scan.
        desk =
                new DeskViewModel(
                        shop.desk(),
                        opened.choice().camera(),
                        opened.choice().station(),
                        background.beside(deskThread),
                        context.speaker(),
                        context.clock(),
                        System::nanoTime);
        claims = new ClaimsViewModel(shop.claims(), background, context.clock(), times.zone());
        checks = new CheckViewModel(shop.checks(), background);
        parcels = new ShipmentsViewModel(shop.shipments(), shop.films(), background);
        overheard = new Overheard(desk);
        reminders =
                new ReminderBanner(
                        shop.claims(),
                        background,
                        words,
                        times,
                        context.outside(),
                        id -> {
                            claims.open(id);
                            model.place().set(Place.CLAIMS);
                        });
        lazy(Place.SHIPMENTS, this::search);
        lazy(Place.CHECK, () -> new CheckView(checks, words, context.outside()));
        lazy(
                Place.CLAIMS,
                () -> new ClaimsView(claims, words, times, context.outside(), context.clock()));
        lazy(Place.IMPORTS, this::imports);
        lazy(Place.KEEP, this::keep);
        lazy(
                Place.FIGURES,
                () ->
                        new FiguresView(
                                new FiguresViewModel(shop.figures(), background, context.clock()),
                                words));
        lazy(
                Place.RULES,
                () ->
                        new RulesView(
                                new RulesViewModel(shop.rules(), background, context.clock()),
                                words,
                                context.outside()));
        lazy(
                Place.COVERAGE,
                () ->
                        new CoverageView(
                                new CoverageViewModel(shop.coverage(), background, context.clock()),
                                words,
                                times,
                                leadTo()));
        lazy(Place.SETTINGS, () -> settings(changed));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
    }

    private void lazy(Place place, Supplier<Screen> maker) {
        screens.put(place, new LazyScreen(maker));
    }

    /** Puts the desk in its place, with a tool of the window in its strip. */
    void desk(Node tool) {
        DeskView view = deskView();
        view.offer(tool);
        screens.put(Place.DESK, view);
    }

    /** Returns the desk once more, for another window. */
    DeskView deskView() {
        return new DeskView(desk, words, times, context.outside());
    }

    /** Begins what nobody waits for; called when the window has been drawn. */
    void settle() {
        if (closed) return;
        if (shop.recovered() > 0) desk.recovered(shop.recovered());
        desk.arm();
        imports().begin();
        keep().begin();
        rest.start();
    }

    /** Gives back, once and not while a parcel is packed, the memory that only the start took. */
    private void rest() {
        DeskState now = desk.state().get();
        if (now != DeskState.READY && now != DeskState.OFF) return;
        rest.stop();
        background.run(
                () -> {
                    System.gc();
                    return true;
                },
                done -> {},
                failed -> {});
    }

    Screen screen(Place place) {
        return Objects.requireNonNull(screens.get(place), "every place has its screen");
    }

    Collection<Screen> screens() {
        return screens.values();
    }

    /** Returns what is made when it is first looked at, those first that are looked at most. */
    List<LazyScreen> unseen() {
        List<LazyScreen> unseen = new ArrayList<>();
        for (Screen screen : screens.values())
            if (screen instanceof LazyScreen lazy) unseen.add(lazy);
        return unseen;
    }

    /** Returns whether the desk has nothing to do that must not be held up. */
    boolean isFree() {
        return desk.state().get() == DeskState.READY || desk.state().get() == DeskState.OFF;
    }

    ReminderBanner reminders() {
        return reminders;
    }

    /** Takes a key that is meant for a field; returns whether it was the end of a scan. */
    boolean heard(KeyEvent event) {
        return overheard.heard(event);
    }

    /** Verifies what was dropped on the window. */
    void check(List<Path> files) {
        checks.check(files);
        model.place().set(Place.CHECK);
    }

    ShipmentsView search() {
        ShipmentsView made =
                search.orElseGet(() ->
                        new ShipmentsView(
                                parcels,
                                words,
                                times,
                                context.outside(),
                                shipment -> {
                                    claims.begin(shipment);
                                    model.place().set(Place.CLAIMS);
                                },
                                (number, films) -> {
                                    checks.checkEach(number, films);
                                    model.place().set(Place.CHECK);
                                }));
        search = Optional.of(made);
        return made;
    }

    private ImportsView imports() {
        if (imports.isPresent()) return imports.get();
        ImportsViewModel importing =
                new ImportsViewModel(shop.imports(), background.beside(importThread));
        orders.stream().findFirst().ifPresent(importing::choose);
        ImportsView made = new ImportsView(importing, words, times, context.outside());
        imports = Optional.of(made);
        return made;
    }

    private KeepView keep() {
        KeepView made =
                keep.orElseGet(() ->
                        new KeepView(
                                new KeepViewModel(shop.keep(), background),
                                words,
                                times,
                                context.outside()));
        keep = Optional.of(made);
        return made;
    }

    private SettingsView settings(Consumer<SettingBook.Held> changed) {
        return new SettingsView(
                new SettingsViewModel(
                        shop.settings().with(Setting.Place.COMPUTER, context.settings().keeper()),
                        () -> shop.access().ask(Set.of(Permission.SETTINGS)),
                        background,
                        changed),
                words);
    }

    private Parcels leadTo() {
        return new Parcels() {
            @Override
            public void ofDay(LocalDate day, Optional<String> station) {
                parcels.showOnly(day, station);
                model.place().set(Place.SHIPMENTS);
            }

            @Override
            public void named(String number) {
                parcels.clearFilters();
                parcels.asked().set(number);
                model.place().set(Place.SHIPMENTS);
            }
        };
    }

    /** Ends what it began; the vault itself is closed by its model. */
    void close() {
        closed = true;
        rest.stop();
        reminders.end();
        keep.ifPresent(KeepView::end);
        imports.ifPresent(ImportsView::end);
        deskThread.shutdown();
        importThread.shutdown();
        desk.close();
    }
}
