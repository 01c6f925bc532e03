package packwitness.dossier.sheet;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a notice to those who are filmed says: it is put on the wall before the first recording.
 *
 * @param shop who films; empty leaves a line to write on
 * @param contact whom to ask; empty leaves a line to write on
 * @param where stations or rooms with a camera; empty where all is said by the sheet's place
 * @param videoDays how long videos are kept; 0 for no limit, as the next two
 * @param grounds titles of the provisions of ground, purpose and disclosure, as of that day
 * @param compiledOn when the catalogue they stand in was compiled
 */
public record StaffNotice(
        String shop,
        String contact,
        String where,
        int videoDays,
        int frameDays,
        int rowDays,
        List<Ground> grounds,
        String compiledOn,
        ZonedDateTime made) {
    /** How many provisions a notice names. */
    public static final int GROUNDS = 3;

    /** A provision as each language names it. */
    public record Ground(String zh, String en) {}

    public StaffNotice {
        grounds = List.copyOf(grounds);
        if (grounds.size() != GROUNDS) throw new IllegalArgumentException("three provisions");
    }
}
