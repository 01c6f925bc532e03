package packwitness.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.ui.kit.Background;
import packwitness.ui.kit.Settings;
import packwitness.ui.kit.Theme;
import packwitness.ui.start.CameraChoice;
import packwitness.ui.start.StartChoice;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.Optional;

/** Which vault is open and which workspace is shown. FX thread only. */
final class ShellViewModel {
    /** An opened vault with what was chosen for it. */
    record Opened(OpenShop shop, StartChoice choice) {}

    private final DesktopContext context;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable Exception> refused =
            new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.DESK);
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Lang> lang;
    private Optional<StartChoice> last = Optional.empty();

    ShellViewModel(DesktopContext context, Background background) {
        this.context = context;
        this.background = background;
        Settings settings = context.settings();
        theme = new SimpleObjectProperty<>(settings.theme());
        lang = new SimpleObjectProperty<>(settings.lang());
        theme.subscribe((before, now) -> settings.theme(now));
        lang.subscribe((before, now) -> settings.lang(now));
    }

    ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    ObjectProperty<Place> place() {
        return place;
    }

    ObjectProperty<Theme> theme() {
        return theme;
    }

    ObjectProperty<Lang> lang() {
        return lang;
    }

    /** Returns why the vault could not be opened, null while there is no such trouble. */
    ReadOnlyObjectProperty<@Nullable Exception> refused() {
        return refused.getReadOnlyProperty();
    }

    /** Returns what was chosen at an earlier start or by the caller; nothing at the first start. */
    Optional<StartChoice> remembered() {
        return last.or(context::remembered);
    }

    /** Returns whether a vault is open, or somebody is asked for one. */
    boolean usable() {
        return opened.get().isPresent() || refused.get() != null || remembered().isEmpty();
    }

    /** Opens the vault and shows the packing desk. */
    void open(StartChoice typed) {
        Path vault = typed.vault();
        refused.set(null);
        background.run(
                () -> {
                    String camera = context.opener().keepSecrets(typed.camera());
                    boolean demo = camera.startsWith(CameraChoice.DEMO);
                    return new Opened(
                            context.opener().open(vault, demo, context.plain()),
                            typed.with(camera));
                },
                now -> {
                    StartChoice choice = now.choice();
                    Settings settings = context.settings();
                    if (!choice.practice()) {
                        last =
                                Optional.of(
                                        new StartChoice(vault, choice.camera(), choice.station()));
                        settings.vault(vault);
                        settings.camera(choice.camera());
                        settings.station(choice.station());
                    }
                    opened.set(Optional.of(now));
                },
                refused::set);
    }

    /**
     * Signs a checkpoint in the background. Silence of an authority or a busy index costs nothing:
     * what waits is signed the next time.
     */
    void checkpoint() {
        opened.get()
                .ifPresent(now ->
                        background.run(
                                () -> {
                                    now.shop().checkpoint().sign();
                                    return true;
                                },
                                done -> {},
                                e ->
                                        System.getLogger("packwitness.ui")
                                                .log(
                                                        System.Logger.Level.WARNING,
                                                        "no checkpoint",
                                                        e)));
    }

    /** Ends a running recording and closes the vault; the outcome comes when all is on disk. */
    void close(Runnable afterwards) {
        Optional<Opened> now = opened.get();
        if (now.isEmpty()) {
            afterwards.run();
            return;
        }
        opened.set(Optional.empty());
        background.run(
                () -> {
                    OpenShop shop = now.get().shop();
                    try {
                        shop.desk().disarm();
                        shop.checkpoint().sign();
                    } finally {
                        shop.closing().run();
                    }
                    return true;
                },
                done -> afterwards.run(),
                e -> afterwards.run());
    }
}
