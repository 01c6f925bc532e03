package packwitness.ui.start;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.ui.kit.Background;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The three steps of the first start: folder, camera, ready. FX thread only. */
public final class StartViewModel {
    /** The last step. */
    public static final int READY = 3;

    private final Background background;
    private final Callable<List<CameraChoice>> cameraFinder;
    private final Consumer<StartChoice> done;

    private final IntegerProperty step = new SimpleIntegerProperty(1);
    private final StringProperty folder = new SimpleStringProperty();
    private final StringProperty camera = new SimpleStringProperty(CameraChoice.DEMO);
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty station = new SimpleStringProperty("1");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final ObservableList<CameraChoice> cameras = FXCollections.observableArrayList();

    public StartViewModel(
            Path suggested,
            Background background,
            Callable<List<CameraChoice>> cameraFinder,
            Consumer<StartChoice> done) {
        this.background = background;
        this.cameraFinder = cameraFinder;
        this.done = done;
        folder.set(suggested.toString());
    }

    public ReadOnlyIntegerProperty step() {
        return step;
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

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    public ObservableList<CameraChoice> cameras() {
        return cameras;
    }

    /** Says whether the step that is shown is filled in. */
    public boolean complete() {
        return switch (step.get()) {
            case 1 -> isFolder(folder.get());
            case 2 -> !chosen().isBlank() && !station.get().isBlank();
            default -> !busy.get();
        };
    }

    /** Returns the address of the camera that will film. */
    public String chosen() {
        return camera.get().isEmpty() ? address.get().strip() : camera.get();
    }

    public void next() {
        if (!complete()) return;
        if (step.get() == READY) {
            trouble.set(null);
            busy.set(true);
            done.accept(
                    new StartChoice(
                            Path.of(folder.get().strip()), chosen(), station.get().strip()));
            return;
        }
        step.set(step.get() + 1);
        if (step.get() == 2) lookForCameras();
    }

    public void back() {
        if (step.get() > 1 && !busy.get()) step.set(step.get() - 1);
    }

    /** Opens what an earlier start chose, without asking again. */
    public void resume(StartChoice choice) {
        fill(choice);
        step.set(READY);
        next();
    }

    /** Begins at the camera with what an earlier start chose. */
    public void change(StartChoice choice) {
        fill(choice);
        step.set(1);
        next();
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
        step.set(1);
        trouble.set(e);
    }

    /** Looks again for cameras while their step is shown; a search under way is left alone. */
    public void lookForCameras() {
        if (step.get() != 2 || looking.get()) return;
        looking.set(true);
        background.run(
                cameraFinder,
                found -> {
                    looking.set(false);
                    show(found);
                },
                e -> {
                    looking.set(false);
                    show(List.of());
                });
    }

    private void show(List<CameraChoice> found) {
        if (!List.copyOf(cameras).equals(found)) cameras.setAll(found);
        String typed = address.get().strip();
        boolean known = found.stream().anyMatch(one -> one.uri().equals(typed));
        // What an earlier start chose is a camera of this computer after all.
        if (camera.get().isEmpty() && known) {
            camera.set(typed);
            address.set("");
        }
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isBlank() && Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
