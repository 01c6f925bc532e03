package packwitness.ui.shipments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.shipment.FilmMark;
import packwitness.shipment.FilmMarks;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.storage.Cancellation;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Player;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The films of the take that is shown: playing, marks, pictures and clips of it. FX thread only.
 */
public final class FilmViewModel {
    private static final double TELLING = 0.02;
    private static final long PARTS = 1000;

    /** Sizes that chats and upload pages take. */
    public enum Limit {
        MB_10(10),
        MB_20(20);

        final int megabytes;

        Limit(int megabytes) {
            this.megabytes = megabytes;
        }

        long bytes() {
            return megabytes * 1_000_000L;
        }
    }

    /** How far a clip is, from 0 to 1, and how long it may still take, once that can be told. */
    public record Progress(double share, Optional<Duration> left) {}

    private final FilmService service;
    private final Background background;
    private final Player player;
    private final ObservableList<FilmMark> marks = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Duration>> from =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Duration>> to =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Limit> limit = new SimpleObjectProperty<>(Limit.MB_10);
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> made = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private final Background.Lane reading;
    private Optional<Shown> shown = Optional.empty();
    private Cancellation running = new Cancellation();

    private record Shown(Shipment parcel, Take take, Optional<Take> second) {}

    FilmViewModel(FilmService service, Background background) {
        this.service = service;
        this.background = background;
        this.player = new Player(background);
        this.reading = background.lane();
    }

    public Player player() {
        return player;
    }

    /** Returns the marks of the film, from front to back. */
    public ObservableList<FilmMark> marks() {
        return marks;
    }

    /** Where the clip begins; the beginning of the film where nothing was said. */
    public ObjectProperty<Optional<Duration>> from() {
        return from;
    }

    /** Where the clip ends; the end of the film where nothing was said. */
    public ObjectProperty<Optional<Duration>> to() {
        return to;
    }

    public ObjectProperty<Limit> limit() {
        return limit;
    }

    /** Returns how far the clip is that is being cut. */
    public ReadOnlyObjectProperty<Optional<Progress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Returns the files that were written last. */
    public ReadOnlyObjectProperty<List<Path>> made() {
        return made.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Returns whether copies can be taken of what is shown: it is sealed. */
    boolean isSealed() {
        return shown.map(now -> now.take().stop().isPresent()).orElse(false);
    }

    /** Opens a take, with that of the other camera beside it, at the frame of the label. */
    void open(ShipmentPage page, ShipmentPage.TakePage chosen) {
        cancel();
        Optional<ShipmentPage.TakePage> beside = beside(page, chosen);
        shown =
                Optional.of(
                        new Shown(
                                page.shipment(),
                                chosen.take(),
                                beside.map(ShipmentPage.TakePage::take)));
        forget();
        if (chosen.gone().isPresent()) {
            player.close();
            return;
        }
        Optional<Player.Second> second =
                beside.map(other -> new Player.Second(other.video(), later(chosen, other)));
        player.open(chosen.video(), second, labelOf(chosen.take(), beside));
        read();
    }

    /** Shows no film. */
    void close() {
        cancel();
        shown = Optional.empty();
        forget();
        player.close();
    }

    private void forget() {
        marks.clear();
        from.set(Optional.empty());
        to.set(Optional.empty());
        made.set(List.of());
        trouble.set(null);
    }

    /** Finds the film of the other camera that was sealed of the same take. */
    static Optional<ShipmentPage.TakePage> beside(ShipmentPage page, ShipmentPage.TakePage chosen) {
        if (chosen.take().stop().isEmpty()) return Optional.empty();
        return page.takes().stream()
                .filter(other -> other.take().number() == chosen.take().number())
                .filter(other -> other.take().view() != chosen.take().view())
                .filter(other -> other.take().stop().isPresent() && other.gone().isEmpty())
                .findFirst();
    }

    private static Duration later(ShipmentPage.TakePage one, ShipmentPage.TakePage other) {
        return Duration.between(
                one.take().stop().orElseThrow().firstAt(),
                other.take().stop().orElseThrow().firstAt());
    }

    /** Returns the point of the film at which the label was read by a camera, else a still. */
    static Duration labelOf(Take take, Optional<ShipmentPage.TakePage> beside) {
        Optional<Duration> own = FilmMarks.read(take);
        if (own.isPresent()) return own.get();
        Optional<Duration> others =
                beside.flatMap(other ->
                        FilmMarks.read(other.take())
                                .map(at ->
                                        at.plus(
                                                Duration.between(
                                                        take.stop().orElseThrow().firstAt(),
                                                        other.take()
                                                                .stop()
                                                                .orElseThrow()
                                                                .firstAt()))));
        return others.filter(at -> !at.isNegative())
                .orElseGet(() ->
                        take.stills().isEmpty() ? Duration.ZERO : take.stills().getFirst().at());
    }

    private void read() {
        shown.ifPresent(
                now -> reading.run(() -> service.marks(now.take()), marks::setAll, trouble::set));
    }

    /** Sets a mark at the frame that is shown, or takes it away where it stands there already. */
    public void mark(FilmMark.Kind kind) {
        Optional<Player.Still> still = player.frame().get();
        if (shown.isEmpty() || still.isEmpty()) return;
        Shown now = shown.get();
        long frame = still.get().index();
        // Marks are kept to the millisecond; the frame must still be found by it.
        Duration at = Duration.ofMillis((still.get().at().toNanos() + 999_999) / 1_000_000);
        boolean there = marks.contains(new FilmMark(kind, at));
        player.pause();
        reading.run(
                () -> {
                    if (there) service.unmark(now.parcel(), now.take(), kind);
                    else service.mark(now.parcel(), now.take(), new FilmMark(kind, at), frame);
                    return service.marks(now.take());
                },
                marks::setAll,
                trouble::set);
    }

    /** Lets the clip begin at the frame that is shown. */
    public void begin() {
        from.set(player.frame().get().map(Player.Still::at));
        if (isTurned()) to.set(Optional.empty());
    }

    /** Lets the clip end with the frame that is shown. */
    public void end() {
        to.set(player.frame().get().map(still -> still.at().plusMillis(1)));
        if (isTurned()) from.set(Optional.empty());
    }

    private boolean isTurned() {
        return from.get().isPresent()
                && to.get().isPresent()
                && from.get().get().compareTo(to.get().get()) >= 0;
    }

    /** Returns whether a clip is being cut. */
    public boolean isCutting() {
        return progress.get().isPresent();
    }

    /** Cuts the clip. */
    public void cut() {
        if (shown.isEmpty() || isCutting()) return;
        Shown now = shown.get();
        Duration begin = from.get().orElse(Duration.ZERO);
        Duration end = to.get().orElse(player.length().get().plusSeconds(1));
        long most = limit.get().bytes();
        Cancellation mine = new Cancellation();
        running = mine;
        long started = System.nanoTime();
        made.set(List.of());
        trouble.set(null);
        progress.set(Optional.of(new Progress(0, Optional.empty())));
        background.job(
                "ui.clip.job",
                listed -> {
                    double[] told = {0};
                    return service.clip(
                                    now.parcel(),
                                    now.take(),
                                    begin,
                                    end,
                                    most,
                                    mine,
                                    share -> {
                                        if (!listed.at(Math.round(share * PARTS), PARTS))
                                            mine.cancel();
                                        if (Math.abs(share - told[0]) < TELLING) return;
                                        told[0] = share;
                                        background.show(() -> tell(mine, share, started));
                                    })
                            .file();
                },
                file -> {
                    if (mine != running) return;
                    progress.set(Optional.empty());
                    made.set(List.of(file));
                },
                e -> {
                    if (mine != running) return;
                    progress.set(Optional.empty());
                    if (!(e instanceof CancellationException)) trouble.set(e);
                },
                now.parcel().waybill().text());
    }

    private void tell(Cancellation mine, double share, long started) {
        if (mine != running || !isCutting()) return;
        Optional<Duration> left =
                share < 0.05
                        ? Optional.empty()
                        : Optional.of(
                                Duration.ofNanos(
                                        (long)
                                                ((System.nanoTime() - started)
                                                        / share
                                                        * (1 - share))));
        progress.set(Optional.of(new Progress(share, left)));
    }

    /** Leaves the clip that is being cut; nothing of it stays. */
    public void cancel() {
        running.cancel();
        running = new Cancellation();
        progress.set(Optional.empty());
    }

    /** Saves what is shown as pictures, that of the second camera too. */
    public void save() {
        Optional<Player.Still> still = player.frame().get();
        if (shown.isEmpty() || still.isEmpty()) return;
        Shown now = shown.get();
        Optional<Duration> side = player.side().get().map(Player.Still::at);
        player.pause();
        made.set(List.of());
        trouble.set(null);
        background.run(
                () -> {
                    List<Path> files = new ArrayList<>();
                    files.add(service.frame(now.parcel(), now.take(), still.get().at()).file());
                    if (now.second().isPresent() && side.isPresent())
                        files.add(
                                service.frame(now.parcel(), now.second().get(), side.get()).file());
                    return files;
                },
                files -> {
                    if (shown.equals(Optional.of(now))) made.set(files);
                },
                trouble::set);
    }

    /** Notes that what is shown was put on the clipboard. */
    public void copied() {
        shown.ifPresent(now ->
                background.run(
                        () -> {
                            service.copied(now.parcel());
                            return true;
                        },
                        done -> {},
                        trouble::set));
    }

    /** Returns the folder of the copies. */
    public Path copies() {
        return service.copies();
    }
}
