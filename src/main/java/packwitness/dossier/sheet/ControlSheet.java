package packwitness.dossier.sheet;

import packwitness.scan.Scan;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What stands on a sheet: always the control codes, and for the day the newest checkpoint, so that
 * a recording that shows the sheet was made after it.
 *
 * @param badges names of packers, each 1 to 16 characters
 * @param checkpoint the short code of the newest checkpoint and when it was signed
 * @param made printed as the day of the sheet
 */
public record ControlSheet(List<String> badges, Optional<Mark> checkpoint, ZonedDateTime made) {
    /** A checkpoint as the sheet shows it. */
    public record Mark(String code, ZonedDateTime at) {
        /** Returns what its square code says. */
        public String text() {
            return Scan.CHECKPOINT + code;
        }
    }

    public ControlSheet {
        badges = badges.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
