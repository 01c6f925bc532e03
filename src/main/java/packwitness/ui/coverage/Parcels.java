package packwitness.ui.coverage;

import java.time.LocalDate;
import java.util.Optional;

/** Leads from a line of the comparison to the parcels behind it. FX thread only. */
public interface Parcels {
    /** Shows the parcels of a day, of one station or of all. */
    void ofDay(LocalDate day, Optional<String> station);

    /** Shows what a number leads to, or why it leads to nothing. */
    void named(String number);
}
