package packwitness.ui.start;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.capture.PreviewFrame;
import packwitness.orders.ImportPreview;
import packwitness.scan.Scan;
import packwitness.scan.ScanRules;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The first start: step by step, forwards and backwards, and gone on with where it was left. FX
 * thread only.
 */
public final class StartViewModel {
    private static final String FIRST_STATION = "1";

    private final Background background;
    private final StartService service;
    private final Settings memory;
    private final java.util.function.Consumer<StartChoice> done;

    private final ReadOnlyObjectWrapper<StartStep> step =
            new ReadOnlyObjectWrapper<>(StartStep.FOLDER);
    private final StringProperty folder = new SimpleStringProperty();
    private final StringProperty camera = new SimpleStringProperty(CameraChoice.DEMO);
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty station = new SimpleStringProperty(FIRST_STATION);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ObservableList<CameraChoice> cameras = FXCollections.observableArrayList();
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<ScannerTrial.Heard>> heard =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ScannerTrial scanner = new ScannerTrial();
    private final ObjectProperty<StampChoice.Kind> stamps =
            new SimpleObjectProperty<>(StampChoice.Kind.NONE);
    private final StringProperty authority = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Duration>> answered =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ImportPreview> orders = FXCollections.observableArrayList();
    private final StringProperty shop = new SimpleStringProperty("");
    private final StringProperty contact = new SimpleStringProperty("");
    private final StringProperty badges = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Path>> paper =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StartService.Look> look = Optional.empty();
    private long asked;

    public StartViewModel(
            Path suggested,
            Background background,
            StartService service,
            Settings memory,
            java.util.function.Consumer<StartChoice> done) {
        this.background = background;
        this.service = service;
        this.memory = memory;
        this.done = done;
        folder.set(memory.firstStart("folder").orElse(suggested.toString()));
        memory.firstStart("camera").ifPresent(camera::set);
        memory.firstStart("address").ifPresent(address::set);
        memory.firstStart("station").ifPresent(station::set);
        memory.firstStart("authority").ifPresent(authority::set);
        memory.firstStart("stamps").ifPresent(kind -> stamps.set(StampChoice.Kind.valueOf(kind)));
    }

    /** Goes on where an earlier first start was left; a new one begins at the folder. */
    public void goOn() {
        memory.firstStart("step").ifPresent(name -> show(StartStep.valueOf(name)));
    }

    public ReadOnlyObjectProperty<StartStep> step() {
        return step.getReadOnlyProperty();
    }

    public StringProperty folder() {
        return folder;
    }

    /** The address of the chosen camera; empty where the address is typed by hand. */
    public StringProperty camera() {
        return camera;
    }

    /** A camera's address typed by hand. */
    public StringProperty address() {
        return address;
    }

    public StringProperty station() {
        return station;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /** Says whether a search for cameras is under way. */
    public ReadOnlyBooleanProperty looking() {
        return looking;
    }

    /** Says whether a camera is being opened to be looked at. */
    ReadOnlyBooleanProperty opening() {
        return opening;
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    public ObservableList<CameraChoice> cameras() {
        return cameras;
    }

    /** The newest scan at the test; nothing before the first. */
    ReadOnlyObjectProperty<Optional<ScannerTrial.Heard>> heard() {
        return heard.getReadOnlyProperty();
    }

    ObjectProperty<StampChoice.Kind> stamps() {
        return stamps;
    }

    StringProperty authority() {
        return authority;
    }

    /** How long the authority took to answer; nothing before it did. */
    ReadOnlyObjectProperty<Optional<Duration>> answered() {
        return answered.getReadOnlyProperty();
    }

    ObservableList<ImportPreview> orders() {
        return orders;
    }

    StringProperty shop() {
        return shop;
    }

    StringProperty contact() {
        return contact;
    }

    StringProperty badges() {
        return badges;
    }

    /** The paper made last; it wants to be opened and printed. */
    ReadOnlyObjectProperty<Optional<Path>> paper() {
        return paper.getReadOnlyProperty();
    }

    /** Says whether the step that is shown is filled in. */
    public boolean complete() {
        return !busy.get()
                && switch (step.get()) {
                    case FOLDER -> isFolder(folder.get());
                    case CAMERA -> !chosen().isBlank() && !station.get().isBlank();
                    case STAMPS ->
                            stamps.get() != StampChoice.Kind.ADDRESS || !authority.get().isBlank();
                    case SCANNER, ORDERS, PAPERS, READY -> true;
                };
    }

    /** Returns the address of the camera that will film. */
    public String chosen() {
        return camera.get().isEmpty() ? address.get().strip() : camera.get();
    }

    public void next() {
        if (!complete()) return;
        if (step.get() == StartStep.READY) finish(false);
        else show(step.get().next());
    }

    public void back() {
        if (!busy.get()) show(step.get().before());
    }

    /** Goes on without having done this step; nothing of it is kept. */
    public void skip() {
        if (!step.get().canBeSkipped() || busy.get()) return;
        if (step.get() == StartStep.STAMPS) stamps.set(StampChoice.Kind.NONE);
        if (step.get() == StartStep.ORDERS) orders.clear();
        show(step.get().next());
    }

    /** Opens a vault of its own beside the real one, with the demo scene and the TEST authority. */
    public void practise() {
        if (!busy.get()) finish(true);
    }

    /** Opens what an earlier start chose, without asking again. */
    public void resume(StartChoice choice) {
        fill(choice);
        step.set(StartStep.READY);
        busy.set(true);
        done.accept(choice);
    }

    /** Begins at the camera with what an earlier start chose. */
    public void change(StartChoice choice) {
        fill(choice);
        show(StartStep.CAMERA);
    }

    private void fill(StartChoice choice) {
        boolean demo = choice.camera().equals(CameraChoice.DEMO);
        folder.set(choice.vault().toString());
        camera.set(demo ? choice.camera() : "");
        address.set(demo ? "" : choice.camera());
        station.set(choice.station());
    }

    /** Tells that the vault could not be opened; the user is led back to the folder. */
    public void refused(@Nullable Exception e) {
        if (e == null) return;
        busy.set(false);
        show(StartStep.FOLDER);
        trouble.set(e);
    }

    private void show(StartStep next) {
        trouble.set(null);
        if (next != StartStep.CAMERA) unwatch();
        step.set(next);
        keep();
        if (next == StartStep.CAMERA) lookForCameras();
    }

    /** What was chosen outlives the program; an address with a password in it does not. */
    private void keep() {
        memory.firstStart("step", step.get().name());
        memory.firstStart("folder", folder.get());
        memory.firstStart("camera", camera.get());
        memory.firstStart("address", address.get().contains("@") ? "" : address.get());
        memory.firstStart("station", station.get());
        memory.firstStart("stamps", stamps.get().name());
        memory.firstStart("authority", authority.get());
    }

    private void finish(boolean practice) {
        keep();
        unwatch();
        busy.set(true);
        trouble.set(null);
        Path vault = Path.of(folder.get().strip());
        StartChoice choice =
                practice
                        ? new StartChoice(
                                vault.resolveSibling(vault.getFileName() + "-practice"),
                                CameraChoice.DEMO,
                                station.get().strip(),
                                List.of(),
                                true)
                        : new StartChoice(
                                vault,
                                chosen(),
                                station.get().strip(),
                                orders.stream().map(ImportPreview::file).toList(),
                                false);
        StampChoice stamp =
                practice
                        ? new StampChoice(StampChoice.Kind.TEST, "")
                        : new StampChoice(stamps.get(), authority.get().strip());
        background.run(
                () -> {
                    service.attest(choice.vault(), stamp);
                    return choice;
                },
                done,
                this::refused);
    }

    /** Looks again for cameras while their step is shown; a search under way is left alone. */
    public void lookForCameras() {
        if (step.get() != StartStep.CAMERA || looking.get()) return;
        looking.set(true);
        background.run(
                service::cameras,
                found -> {
                    looking.set(false);
                    found(found);
                },
                e -> {
                    looking.set(false);
                    found(List.of());
                });
    }

    private void found(List<CameraChoice> found) {
        if (!List.copyOf(cameras).equals(found)) cameras.setAll(found);
        String typed = address.get().strip();
        boolean known = found.stream().anyMatch(one -> one.uri().equals(typed));
        // What an earlier start chose is a camera of this computer after all.
        if (camera.get().isEmpty() && known) {
            camera.set(typed);
            address.set("");
        }
    }

    /** Opens the chosen camera to be looked at. */
    void watch() {
        unwatch();
        if (chosen().isBlank()) return;
        long mine = ++asked;
        String uri = chosen();
        String name = station.get().strip();
        trouble.set(null);
        opening.set(true);
        background.run(
                () -> service.look(uri, name),
                open -> {
                    if (mine != asked) {
                        close(open);
                        return;
                    }
                    opening.set(false);
                    look = Optional.of(open);
                },
                e -> {
                    if (mine != asked) return;
                    opening.set(false);
                    trouble.set(e);
                });
    }

    /** Lets the camera go. */
    void unwatch() {
        asked++;
        opening.set(false);
        look.ifPresent(this::close);
        look = Optional.empty();
    }

    private void close(StartService.Look open) {
        background.run(
                () -> {
                    open.close();
                    return true;
                },
                closed -> {},
                trouble::set);
    }

    /** Returns the newest picture of the camera that is looked at. */
    Optional<PreviewFrame> picture() {
        return look.flatMap(StartService.Look::latest);
    }

    /** Returns the bar code seen in it last. */
    Optional<String> code() {
        return look.flatMap(StartService.Look::seen);
    }

    /** Takes a character that arrived at the scanner test. */
    void type(char key, long nanos) {
        scanner.type(key, nanos).ifPresent(this::hear);
    }

    /** Takes a key that went down at the scanner test, as on a US keyboard. */
    void press(char key, long nanos) {
        scanner.press(key, nanos);
    }

    /** Looks whether silence ended a scan. */
    void listen(long nanos) {
        scanner.look(nanos).ifPresent(this::hear);
    }

    /** Says whether a scan has begun, so that its Tab is no wish to go elsewhere. */
    boolean isScanning() {
        return scanner.hasBegun();
    }

    // Without keyboard and mouse one goes on by the control code that begins a recording.
    private void hear(ScannerTrial.Heard scan) {
        heard.set(Optional.of(scan));
        boolean begin =
                ScanRules.shipped().read(scan.text()) instanceof Scan.Control control
                        && control.command() == Scan.Command.START;
        if (begin && step.get() == StartStep.SCANNER) next();
    }

    /** Asks the authority that was typed, once. */
    void askAuthority() {
        answered.set(Optional.empty());
        trouble.set(null);
        String typed = authority.get();
        background.job(
                "start.stamps.asking",
                progress -> service.ask(typed),
                took -> answered.set(Optional.of(took)),
                trouble::set);
    }

    /** Reads files of orders and shows how they are understood. */
    void take(List<Path> files) {
        trouble.set(null);
        for (Path file : files)
            background.job(
                    "start.orders.reading",
                    progress -> service.preview(file),
                    preview -> {
                        orders.removeIf(known -> known.file().equals(preview.file()));
                        orders.add(preview);
                    },
                    trouble::set,
                    file.getFileName());
    }

    void leaveOut(ImportPreview file) {
        orders.remove(file);
    }

    void makeSheet() {
        List<String> names =
                List.of(badges.get().split("[,，、\\s]+")).stream()
                        .filter(name -> !name.isBlank())
                        .toList();
        Path vault = Path.of(folder.get().strip());
        background.job(
                "start.papers.sheet",
                progress -> service.controlSheet(vault, names),
                file -> paper.set(Optional.of(file)),
                trouble::set);
    }

    void makeNotice() {
        Path vault = Path.of(folder.get().strip());
        String name = shop.get().strip();
        String whom = contact.get().strip();
        background.job(
                "start.papers.notice",
                progress -> service.notice(vault, name, whom),
                file -> paper.set(Optional.of(file)),
                trouble::set);
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isBlank() && Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
