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
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import packwitness.setting.SettingBook;
import packwitness.ui.check.CheckView;
import packwitness.ui.check.CheckViewModel;
import packwitness.ui.check.Checks;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.JobsPane;
import packwitness.ui.kit.KeySheet;
import packwitness.ui.kit.Keymap;
import packwitness.ui.kit.Overlay;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Screen;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;
import packwitness.ui.start.ShopStart;
import packwitness.ui.start.StartChoice;
import packwitness.ui.start.StartView;
import packwitness.ui.start.StartViewModel;
import packwitness.value.Lang;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final Timeline checkpoints;
    private final Timeline glances;
    private final RoleViewModel role;
    private final RoleBar roleBar;
    private final PackerWindow packer;
    private final BooleanProperty kiosk = new SimpleBooleanProperty();
    private final VBox above = new VBox();
    private final EventHandler<KeyEvent> elsewhere = this::elsewhere;
    private final Rail rail;
    private @Nullable Screen front;
    private Optional<Workplace> open = Optional.empty();
    private Optional<Ahead> ahead = Optional.empty();
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
        rail = new Rail(words, model.place()::set);
        bindKeys();
        node.getStyleClass().add("shell");
        node.setCenter(stage);
        node.setTop(above);
        Node who = Panes.only(roleBar.button(), model.opened().map(Optional::isPresent));
        Strip strip = new Strip(model, words);
        node.setBottom(
                Panes.only(
                        strip.node(who, jobs.button(this::showJobs), this::showKeys, this::change),
                        kiosk.not()));
        node.addEventFilter(KeyEvent.ANY, elsewhere);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.theme().subscribe(Theme::dress);
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
        Optional<StartChoice> before = model.remembered();
        if (before.isEmpty()) {
            front(startView(start));
            start.goOn();
            return;
        }
        // Whoever opens the program each morning sees none of the first start, and waits for none.
        front(new OpeningScreen(words));
        model.refused()
                .subscribe(e -> {
                    if (e != null && front instanceof OpeningScreen) front(startView(start));
                });
        start.resume(before.get());
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
        return start;
    }

    private Screen startView(StartViewModel start) {
        return new StartView(start, words, context.outside());
    }

    // The vault is closed first: nothing records while somebody chooses another camera.
    private void change() {
        // Another vault or camera is a setting: the owner's, where there is one.
        role.asOwner(this::choose);
    }

    private void choose() {
        model.close(() -> {
            StartViewModel start = start();
            front(startView(start));
            model.remembered().ifPresentOrElse(start::change, start::goOn);
        });
    }

    private void enter(ShellViewModel.Opened opened) {
        Workplace work =
                new Workplace(model, opened, context, background, words, times, this::changed);
        work.desk(secondScreen(work));
        open = Optional.of(work);
        role.open(opened.shop().access());
        above.getChildren().setAll(roleBar.node());
        // What is dropped anywhere else than on a case is evidence that somebody wants verified.
        if (!kiosk()) {
            CheckView.takeDrops(stage, work::check);
            office();
        }
        show(kiosk() ? Place.DESK : model.place().get());
        if (context.manner() != Manner.TRIAL) Trial.whenDrawn(() -> settle(work));
    }

    /** The window stands: now the camera, the papers of the day and what runs by the clock. */
    private void settle(Workplace work) {
        if (!open.equals(Optional.of(work))) return;
        work.settle();
        if (!kiosk()) work.reminders().begin();
        model.checkpoint();
        checkpoints.play();
        glances.play();
        packer.resume(work.deskView());
        if (!kiosk()) lookAhead(work);
    }

    private void lookAhead(Workplace work) {
        Ahead making = new Ahead(stage, node, work.unseen(), work::isFree);
        ahead = Optional.of(making);
        making.begin();
    }

    /** What a window has around its screens and a kiosk has not. */
    private void office() {
        open.ifPresent(work -> above.getChildren().setAll(roleBar.node(), work.reminders().node()));
        node.setLeft(rail.node());
    }

    private Node secondScreen(Workplace work) {
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
            else packer.show(work.deskView());
        });
        second.setVisible(packer.isPossible());
        second.setManaged(packer.isPossible());
        return second;
    }

    /** Asks the owner; a kiosk then becomes a window with all workspaces. */
    void leaveKiosk(Runnable afterwards) {
        role.asOwner(() -> {
            kiosk.set(false);
            office();
            open.ifPresent(work -> {
                CheckView.takeDrops(stage, work::check);
                work.reminders().begin();
                lookAhead(work);
            });
            show(Place.DESK);
            afterwards.run();
        });
    }

    /** With a screen of his own the packer scans whatever is shown here. */
    private void elsewhere(KeyEvent event) {
        if (open.isEmpty() || !packer.isOpen().get() || isFront(Place.DESK)) return;
        if (open.get().heard(event)) event.consume();
    }

    /** What the owner set for this screen holds at once. */
    private void changed(SettingBook.Held held) {
        if (held.setting().name().equals("lang"))
            model.lang().set(held.value().equals("en") ? Lang.EN : Lang.ZH);
        if (held.setting().name().equals("theme"))
            model.theme().set(held.value().equals("dark") ? Theme.DARK : Theme.LIGHT);
    }

    private boolean isFront(Place place) {
        return open.map(work -> work.screen(place)).equals(Optional.ofNullable(front));
    }

    private void leave() {
        checkpoints.stop();
        glances.stop();
        packer.leave();
        role.close();
        above.getChildren().clear();
        ahead.ifPresent(Ahead::end);
        ahead = Optional.empty();
        if (front != null) front.hidden();
        front = null;
        stage.getChildren().clear();
        open.ifPresent(Workplace::close);
        open = Optional.empty();
        node.setLeft(null);
    }

    private void show(Place asked) {
        if (open.isEmpty()) return;
        Place place = kiosk() ? Place.DESK : asked;
        rail.select(place);
        front(open.get().screen(place));
    }

    private void front(Screen next) {
        if (front == next) return;
        if (front != null) front.hidden();
        front = next;
        ahead.ifPresent(Ahead::putBack);
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
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Q && open.isPresent()) {
            leaveKiosk(leftKiosk);
            event.consume();
        }
    }

    private boolean search() {
        if (open.isEmpty()) return false;
        model.place().set(Place.SHIPMENTS);
        open.get().search().focusSearch();
        return true;
    }

    private boolean go(Place place) {
        if (open.isEmpty()) return false;
        model.place().set(place);
        return true;
    }

    private void showJobs() {
        if (overlay.isOpen()) overlay.close();
        else overlay.show(jobs.node(), Pos.BOTTOM_RIGHT);
    }

    private void showKeys() {
        List<Keymap> groups = new ArrayList<>(List.of(keys));
        open.ifPresent(work -> work.screens().forEach(one -> groups.addAll(one.keys())));
        overlay.show(KeySheet.of(groups, words), Pos.CENTER);
    }

    // Where text is typed or scanned a question mark is a character; F1 remains.
    private boolean askKeys() {
        boolean typing =
                isFront(Place.DESK) || node.getScene().getFocusOwner() instanceof TextInputControl;
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
}
