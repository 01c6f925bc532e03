package packwitness.ui.coverage;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.shipment.Coverage;
import packwitness.ui.kit.Background;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Which days are compared, and what came of it. FX thread only. */
public final class CoverageViewModel {
    private final CoverageService service;
    private final Background.Lane lane;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Coverage>> coverage =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.WEEK);
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();

    /** How many days are looked at, today included. */
    public enum Span {
        TODAY(1),
        WEEK(7),
        MONTH(30);

        final int days;

        Span(int days) {
            this.days = days;
        }
    }

    public CoverageViewModel(CoverageService service, Background background, Clock clock) {
        this.service = service;
        this.lane = background.lane();
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Optional<Coverage>> coverage() {
        return coverage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Span> span() {
        return span.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Compares other days. */
    void choose(Span next) {
        span.set(next);
        read();
    }

    /** Compares anew. */
    void read() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), clock.getZone());
        LocalDate first = last.minusDays(span.get().days - 1L);
        lane.run(
                () -> service.between(first, last),
                now -> {
                    trouble.set(null);
                    coverage.set(Optional.of(now));
                },
                trouble::set);
    }
}
