package packwitness.ui.figures;

import packwitness.shop.DayFigures;
import packwitness.value.Failure;

import java.time.LocalDate;

/** Where the figures come from; takes time, safe for any thread. */
@FunctionalInterface
public interface FiguresService {
    /** Returns the figures of one day. */
    DayFigures of(LocalDate day) throws Failure;
}
