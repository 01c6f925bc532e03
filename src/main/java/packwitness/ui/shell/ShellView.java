package packwitness.ui.shell;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.setting.Setting;
import packwitness.setting.SettingBook;
import packwitness.shop.Permission;
import packwitness.ui.check.CheckView;
import packwitness.ui.check.CheckViewModel;
import packwitness.ui.check.Checks;
import packwitness.ui.claims.ClaimsView;
import packwitness.ui.claims.ClaimsViewModel;
import packwitness.ui.claims.ReminderBanner;
import packwitness.ui.coverage.CoverageView;
import packwitness.ui.coverage.CoverageViewModel;
import packwitness.ui.coverage.Parcels;
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
import packwitness.ui.kit.JobsPane;
import packwitness.ui.kit.KeySheet;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.LazyScreen;
import packwitness.ui.kit.Overlay;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.ui.rules.RulesView;
import packwitness.ui.rules.RulesViewModel;
import packwitness.ui.settings.SettingsView;
import packwitness.ui.settings.SettingsViewModel;
import packwitness.ui.shipments.ShipmentsView;
import packwitness.ui.shipments.ShipmentsViewModel;
import packwitness.ui.start.ShopStart;
import packwitness.ui.start.StartView;
import packwitness.ui.start.StartViewModel;
import packwitness.value.Lang;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The rail on the left, the workspace, and the strip of settings below. FX thread only. */
final class ShellView {
    private static final double BETWEEN_CHECKPOINTS = 10;
    private static final double BETWEEN_GLANCES = 20;

    private final ShellViewModel model;
    private final DesktopContext context;
    private final Background background;
    private final Words words;
    private final Times times;
    private final BorderPane node = new BorderPane();
    private final StackPane stage = new StackPane();
    private final Overlay overlay = new Overlay(node);
    private final JobsPane jobs;
    private final Keymap keys = new Keymap("ui.keys.window");
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final Timeline checkpoints;
    private final Timeline glances;
    private final RoleViewModel role;
    private final RoleBar roleBar;
    private final PackerWindow packer;
    private final BooleanProperty kiosk = new SimpleBooleanProperty();
    private final VBox above = new VBox();
    private final EventHandler<KeyEvent> elsewhere = this::elsewhere;
    private @Nullable Screen front;
    private @Nullable DeskViewModel desk;
    private @Nullable ExecutorService deskThread;
    private @Nullable ExecutorService importThread;
    private @Nullable ShipmentsView shipments;
    private @Nullable ReminderBanner reminders;
    private @Nullable KeepView keep;
    private @Nullable ImportsView imports;
    private @Nullable Overheard overheard;
    private Runnable leftKiosk = () -> {};

    ShellView(ShellViewModel model, DesktopContext context, Background background, Words words) {
        this.model = model;
        this.context = context;
        this.background = background;
        this.words = words;
        ZoneId zone = context.clock().getZone();
        this.times = new Times(zone);
        this.checkpoints =
                new Timeline(
                        new KeyFrame(
                                Duration.minutes(BETWEEN_CHECKPOINTS), e -> model.checkpoint()));
        checkpoints.setCycleCount(Timeline.INDEFINITE);
        this.role = new RoleViewModel(background);
        this.roleBar = new RoleBar(role, words, times);
        this.packer = new PackerWindow(context.settings(), words);
        this.glances =
                new Timeline(new KeyFrame(Duration.seconds(BETWEEN_GLANCES), e -> role.look()));
        glances.setCycleCount(Timeline.INDEFINITE);
        kiosk.set(context.manner() == Manner.KIOSK);
        jobs = new JobsPane(background.jobs(), words);
        bindKeys();
        node.getStyleClass().add("shell");
        node.setCenter(stage);
        node.setTop(above);
        node.setBottom(Panes.only(strip(), kiosk.not()));
        node.addEventFilter(KeyEvent.ANY, elsewhere);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.lang().subscribe(words::speak);
        model.place().subscribe((before, now) -> show(now));
        model.opened().subscribe(now -> now.ifPresentOrElse(this::enter, () -> leave()));
    }

    Parent node() {
        return overlay.node();
    }

    /** Opens what was chosen before, or shows the first start; evidence to verify comes first. */
    void begin() {
        if (context.evidence().isEmpty()) beginWork();
        else verifyAlone();
    }

    /** A window for a file that was opened: no vault, no camera, until somebody asks for them. */
    private void verifyAlone() {
        CheckViewModel checks = new CheckViewModel(new Checks(Optional.empty()), background);
        Button work = new Button("", Panes.icon(Feather.ARROW_RIGHT));
        work.setId("check-go-on");
        work.textProperty().bind(words.text("ui.check.go-on"));
        work.setOnAction(e -> beginWork());
        front(new CheckView(checks, words, context.outside(), work));
        checks.check(context.evidence());
    }

    private void beginWork() {
        StartViewModel start = start();
        model.remembered().ifPresentOrElse(start::resume, start::goOn);
    }

    private StartViewModel start() {
        StartViewModel start =
                new StartViewModel(
                        context.suggestedVault(),
                        background,
                        new ShopStart(context.clock(), context.opener()::cameras),
                        context.settings(),
                        model::open);
        model.refused().subscribe(e -> start.refused(e));
        front(new StartView(start, words, context.outside()));
        return start;
    }

    // The vault is closed first: nothing records while somebody chooses another camera.
    private void change() {
        // Another vault or camera is a setting: the owner's, where there is one.
        role.asOwner(this::choose);
    }

    private void choose() {
        model.close(() -> {
            StartViewModel start = start();
            model.remembered().ifPresentOrElse(start::change, start::goOn);
        });
    }

    private void enter(ShellViewModel.Opened opened) {
        // A scan must never wait behind a search or a paper, and never overtake another scan.
        ExecutorService table =
                Executors.newSingleThreadExecutor(
                        work -> Thread.ofPlatform().name("desk").daemon().unstarted(work));
        deskThread = table;
        DeskViewModel deskModel =
                new DeskViewModel(
                        opened.shop().desk(),
                        opened.choice().camera(),
                        opened.choice().station(),
                        background.beside(table),
                        context.speaker(),
                        context.clock(),
                        System::nanoTime);
        ClaimsViewModel claims =
                new ClaimsViewModel(
                        opened.shop().claims(), background, context.clock(), times.zone());
        CheckViewModel checks = new CheckViewModel(opened.shop().checks(), background);
        ShipmentsViewModel parcels =
                new ShipmentsViewModel(
                        opened.shop().shipments(), opened.shop().films(), background);
        ShipmentsView search =
                new ShipmentsView(
                        parcels,
                        words,
                        times,
                        context.outside(),
                        shipment -> {
                            claims.begin(shipment);
                            model.place().set(Place.CLAIMS);
                        },
                        films -> {
                            checks.checkEach(films);
                            model.place().set(Place.CHECK);
                        });
        desk = deskModel;
        overheard = new Overheard(deskModel);
        shipments = search;
        role.open(opened.shop().access());
        screens.put(Place.DESK, deskView(deskModel));
        screens.put(Place.SHIPMENTS, search);
        screens.put(
                Place.CHECK, new LazyScreen(() -> new CheckView(checks, words, context.outside())));
        // What is dropped anywhere else than on a case is evidence that somebody wants verified.
        if (!kiosk())
            CheckView.takeDrops(
                    stage,
                    files -> {
                        checks.check(files);
                        model.place().set(Place.CHECK);
                    });
        screens.put(
                Place.CLAIMS,
                new LazyScreen(() ->
                        new ClaimsView(claims, words, times, context.outside(), context.clock())));
        ExecutorService files =
                Executors.newSingleThreadExecutor(
                        work -> Thread.ofPlatform().name("imports").daemon().unstarted(work));
        importThread = files;
        ImportsViewModel orders =
                new ImportsViewModel(opened.shop().imports(), background.beside(files));
        opened.choice().orders().stream().findFirst().ifPresent(orders::choose);
        ImportsView importing = new ImportsView(orders, words, times, context.outside());
        screens.put(Place.IMPORTS, importing);
        imports = importing;
        importing.begin();
        KeepView keeping =
                new KeepView(
                        new KeepViewModel(opened.shop().keep(), background),
                        words,
                        times,
                        context.outside());
        screens.put(Place.KEEP, keeping);
        keep = keeping;
        keeping.begin();
        screens.put(
                Place.FIGURES,
                new LazyScreen(() ->
                        new FiguresView(
                                new FiguresViewModel(
                                        opened.shop().figures(), background, context.clock()),
                                words)));
        screens.put(
                Place.RULES,
                new LazyScreen(() ->
                        new RulesView(
                                new RulesViewModel(
                                        opened.shop().rules(), background, context.clock()),
                                words,
                                context.outside())));
        screens.put(
                Place.COVERAGE,
                new LazyScreen(() ->
                        new CoverageView(
                                new CoverageViewModel(
                                        opened.shop().coverage(), background, context.clock()),
                                words,
                                times,
                                leadTo(parcels))));
        SettingsViewModel settings =
                new SettingsViewModel(
                        opened.shop()
                                .settings()
                                .with(Setting.Place.COMPUTER, context.settings().keeper()),
                        () -> opened.shop().access().ask(Set.of(Permission.SETTINGS)),
                        background,
                        this::changed);
        screens.put(Place.SETTINGS, new LazyScreen(() -> new SettingsView(settings, words)));
        ReminderBanner banner =
                new ReminderBanner(
                        opened.shop().claims(),
                        background,
                        words,
                        times,
                        context.outside(),
                        id -> {
                            claims.open(id);
                            model.place().set(Place.CLAIMS);
                        });
        reminders = banner;
        above.getChildren().setAll(roleBar.node());
        if (!kiosk()) office();
        show(kiosk() ? Place.DESK : model.place().get());
        if (opened.shop().recovered() > 0) deskModel.recovered(opened.shop().recovered());
        deskModel.arm();
        checkpoints.play();
        glances.play();
        packer.resume(new DeskView(deskModel, words, times, context.outside()));
    }

    /** What a window has around its screens and a kiosk has not. */
    private void office() {
        ReminderBanner banner = reminders;
        if (banner != null) {
            above.getChildren().setAll(roleBar.node(), banner.node());
            banner.begin();
        }
        node.setLeft(rail());
    }

    private DeskView deskView(DeskViewModel deskModel) {
        DeskView view = new DeskView(deskModel, words, times, context.outside());
        Button second = new Button("", Panes.icon(Feather.MONITOR));
        second.setId("desk-second-screen");
        second.setFocusTraversable(false);
        second.setMinWidth(Region.USE_PREF_SIZE);
        second.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                packer.isOpen().get()
                                                        ? "ui.desk.second.close"
                                                        : "ui.desk.second.open"),
                                packer.isOpen()));
        second.setOnAction(e -> {
            if (packer.isOpen().get()) packer.close();
            else packer.show(new DeskView(deskModel, words, times, context.outside()));
        });
        second.setVisible(packer.isPossible());
        second.setManaged(packer.isPossible());
        view.offer(second);
        return view;
    }

    /** Asks the owner; a kiosk then becomes a window with all workspaces. */
    void leaveKiosk(Runnable afterwards) {
        role.asOwner(() -> {
            kiosk.set(false);
            office();
            show(Place.DESK);
            afterwards.run();
        });
    }

    /** With a screen of his own the packer scans whatever is shown here. */
    private void elsewhere(KeyEvent event) {
        Overheard ear = overheard;
        if (ear == null || !packer.isOpen().get() || front == screens.get(Place.DESK)) return;
        if (ear.heard(event)) event.consume();
    }

    /** What the owner set for this screen holds at once. */
    private void changed(SettingBook.Held held) {
        if (held.setting().name().equals("lang"))
            model.lang().set(held.value().equals("en") ? Lang.EN : Lang.ZH);
        if (held.setting().name().equals("theme"))
            model.theme().set(held.value().equals("dark") ? Theme.DARK : Theme.LIGHT);
    }

    private Parcels leadTo(ShipmentsViewModel parcels) {
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

    private void leave() {
        checkpoints.stop();
        glances.stop();
        packer.leave();
        role.close();
        overheard = null;
        if (reminders != null) reminders.end();
        reminders = null;
        if (keep != null) keep.end();
        keep = null;
        if (imports != null) imports.end();
        imports = null;
        above.getChildren().clear();
        if (front != null) front.hidden();
        front = null;
        stage.getChildren().clear();
        if (deskThread != null) deskThread.shutdown();
        if (importThread != null) importThread.shutdown();
        if (desk != null) desk.close();
        desk = null;
        shipments = null;
        screens.clear();
        node.setLeft(null);
    }

    private void show(Place asked) {
        Place place = kiosk() ? Place.DESK : asked;
        Screen screen = screens.get(place);
        if (screen == null) return;
        ToggleButton button = buttons.get(place);
        if (button != null) button.setSelected(true);
        front(screen);
    }

    private void front(Screen next) {
        if (front == next) return;
        if (front != null) front.hidden();
        front = next;
        stage.getChildren().setAll(next.node());
        next.shown();
    }

    private void bindKeys() {
        keys.when("ui.keys.search", this::search, Keymap.key(KeyCode.F2), Keymap.ctrl(KeyCode.F));
        for (Place place : Place.values())
            keys.when(place.key(), () -> go(place), Keymap.ctrl(place.digit));
        keys.on("ui.keys.jobs", this::showJobs, Keymap.ctrl(KeyCode.J));
        keys.on("ui.keys.sheet", this::showKeys, Keymap.key(KeyCode.F1));
        keys.when("ui.keys.sheet.mark", this::askKeys, Keymap.shift(KeyCode.SLASH));
    }

    private void key(KeyEvent event) {
        if (!kiosk()) {
            keys.handle(event);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Q && !screens.isEmpty()) {
            leaveKiosk(leftKiosk);
            event.consume();
        }
    }

    private boolean search() {
        if (shipments == null) return false;
        model.place().set(Place.SHIPMENTS);
        shipments.focusSearch();
        return true;
    }

    private boolean go(Place place) {
        if (screens.isEmpty()) return false;
        model.place().set(place);
        return true;
    }

    private void showJobs() {
        if (overlay.isOpen()) overlay.close();
        else overlay.show(jobs.node(), Pos.BOTTOM_RIGHT);
    }

    private void showKeys() {
        List<Keymap> groups = new ArrayList<>(List.of(keys));
        screens.values().forEach(screen -> groups.addAll(screen.keys()));
        overlay.show(KeySheet.of(groups, words), Pos.CENTER);
    }

    // Where text is typed or scanned a question mark is a character; F1 remains.
    private boolean askKeys() {
        boolean typing =
                front == screens.get(Place.DESK)
                        || node.getScene().getFocusOwner() instanceof TextInputControl;
        if (typing) return false;
        showKeys();
        return true;
    }

    boolean kiosk() {
        return kiosk.get();
    }

    /** Says what else is to be done when the owner leaves the kiosk. */
    void onKioskLeft(Runnable deed) {
        leftKiosk = deed;
    }

    private Node rail() {
        ToggleGroup group = new ToggleGroup();
        VBox rail = new VBox();
        rail.getStyleClass().add("rail");
        for (Place place : Place.values()) {
            ToggleButton button = new ToggleButton("", Panes.icon(place.icon));
            button.setId("go-" + place);
            button.textProperty().bind(words.text(place.key()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setFocusTraversable(false);
            button.getStyleClass().setAll("rail-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.place().set(place);
            });
            buttons.put(place, button);
            rail.getChildren().add(button);
        }
        return rail;
    }

    private Node strip() {
        Label vault =
                Panes.label(
                        words.text(
                                () ->
                                        model.opened()
                                                .get()
                                                .map(now ->
                                                        words.say(
                                                                "ui.strip.vault",
                                                                now.choice().vault()))
                                                .orElse(words.say("ui.strip.no-vault")),
                                model.opened()),
                        "quiet");
        vault.setGraphic(Panes.icon(Feather.HARD_DRIVE));
        Button lang = flat("lang", Feather.GLOBE);
        lang.textProperty().bind(words.text("ui.strip.lang"));
        lang.setOnAction(e -> model.lang().set(model.lang().get() == Lang.ZH ? Lang.EN : Lang.ZH));
        Button theme = flat("theme", Feather.MOON);
        theme.textProperty()
                .bind(
                        words.text(
                                () ->
                                        words.say(
                                                model.theme().get() == Theme.LIGHT
                                                        ? "ui.strip.dark"
                                                        : "ui.strip.light"),
                                model.theme()));
        theme.setOnAction(e ->
                model.theme().set(model.theme().get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT));
        model.theme().subscribe(Theme::dress);
        Button change = flat("change", Feather.SETTINGS);
        change.textProperty().bind(words.text("ui.strip.change"));
        change.setOnAction(e -> change());
        Panes.only(change, model.opened().map(Optional::isPresent));
        Button help = flat("keys", Feather.HELP_CIRCLE);
        help.textProperty().bind(words.text("ui.strip.keys"));
        help.setOnAction(e -> showKeys());
        HBox strip =
                new HBox(
                        8,
                        Panes.label(words.text("ui.name"), "brand"),
                        vault,
                        Panes.gap(),
                        Panes.only(roleBar.button(), model.opened().map(Optional::isPresent)),
                        jobs.button(this::showJobs),
                        help,
                        change,
                        theme,
                        lang);
        strip.getStyleClass().add("strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        return strip;
    }

    private static Button flat(String id, Feather icon) {
        Button button = new Button("", Panes.icon(icon));
        button.setId("strip-" + id);
        button.getStyleClass().addAll("flat", "small");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
