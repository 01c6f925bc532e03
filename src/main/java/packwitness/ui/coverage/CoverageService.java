package packwitness.ui.coverage;

import packwitness.shipment.Coverage;
import packwitness.value.Failure;

import java.time.LocalDate;

/** What the screen asks of an opened vault; slow, called by a worker. */
@FunctionalInterface
public interface CoverageService {
    /** Compares what was shipped and what was recorded from the first day to the last. */
    Coverage between(LocalDate first, LocalDate last) throws Failure;
}
