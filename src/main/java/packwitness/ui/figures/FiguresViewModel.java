package packwitness.ui.figures;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.shop.DayFigures;
import packwitness.ui.kit.Background;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Which day is looked at, and its figures. FX thread only. */
public final class FiguresViewModel {
    private final FiguresService service;
    private final Background.Lane lane;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<LocalDate> day;
    private final ReadOnlyObjectWrapper<Optional<DayFigures>> figures =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();

    public FiguresViewModel(FiguresService service, Background background, Clock clock) {
        this.service = service;
        this.lane = background.lane();
        this.clock = clock;
        this.day = new ReadOnlyObjectWrapper<>(today());
    }

    public ReadOnlyObjectProperty<LocalDate> day() {
        return day.getReadOnlyProperty();
    }

    /** Returns the figures of the day; nothing until they are counted. */
    public ReadOnlyObjectProperty<Optional<DayFigures>> figures() {
        return figures.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Counts anew. */
    public void read() {
        LocalDate asked = day.get();
        lane.run(
                () -> service.of(asked),
                found -> {
                    trouble.set(null);
                    figures.set(Optional.of(found));
                },
                trouble::set);
    }

    /** Goes so many days on, or back; never into the future. */
    public void go(int days) {
        LocalDate next = day.get().plusDays(days);
        if (next.isAfter(today())) return;
        day.set(next);
        read();
    }

    public void goToday() {
        day.set(today());
        read();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
