package packwitness.keep;

import packwitness.value.Failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long things are kept; 0 is no limit everywhere. Videos go first, key frames later, the row of
 * a parcel last.
 *
 * @param videoDays days after which a video may go
 * @param frameDays days after which key frames may go
 * @param rowDays days after which the row of a parcel and its personal data may go
 * @param personDays days after which buyers' names and notes of orders may go
 * @param mostVideoBytes most bytes of videos on each volume; the oldest go first, none younger than
 *     {@link #YOUNGEST_DAYS}
 * @param leastFreeBytes bytes that shall stay free on each volume with videos; as above
 * @param holdAboveFen parcels of orders paid with more than this stay on hold
 * @param quarantineDays days between leaving its place and being deleted
 * @param nightly whether the rules are followed by themselves every night
 */
public record RetentionRules(
        int videoDays,
        int frameDays,
        int rowDays,
        int personDays,
        long mostVideoBytes,
        long leastFreeBytes,
        long holdAboveFen,
        int quarantineDays,
        boolean nightly) {
    /** No rule takes a video younger than this, full disk or not. */
    public static final int YOUNGEST_DAYS = 7;

    private static final int VIDEO_DAYS = 180;
    private static final int FRAME_DAYS = 730;
    private static final int ROW_DAYS = 1096;
    private static final int QUARANTINE_DAYS = 7;

    public RetentionRules {
        if (videoDays < 0
                || frameDays < 0
                || rowDays < 0
                || personDays < 0
                || mostVideoBytes < 0
                || leastFreeBytes < 0
                || holdAboveFen < 0
                || quarantineDays < 1) throw new IllegalArgumentException("a rule below its least");
    }

    /** Returns the rules of a vault whose owner has said nothing. */
    public static RetentionRules standard() {
        return new RetentionRules(
                VIDEO_DAYS, FRAME_DAYS, ROW_DAYS, ROW_DAYS, 0, 0, 0, QUARANTINE_DAYS, true);
    }

    /** Returns the rules by the names under which they are kept and set. */
    public Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("video_days", (long) videoDays);
        values.put("frame_days", (long) frameDays);
        values.put("row_days", (long) rowDays);
        values.put("person_days", (long) personDays);
        values.put("most_video_bytes", mostVideoBytes);
        values.put("least_free_bytes", leastFreeBytes);
        values.put("hold_above_fen", holdAboveFen);
        values.put("quarantine_days", (long) quarantineDays);
        values.put("nightly", nightly ? 1L : 0L);
        return values;
    }

    /** Returns these rules with one of them changed. */
    public RetentionRules with(String name, long value) throws Failure {
        Map<String, Long> values = values();
        if (!values.containsKey(name)) throw new Failure(KeepProblem.RULE_WRONG, name, value);
        values.put(name, value);
        try {
            return of(values);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Failure(KeepProblem.RULE_WRONG, e, name, value);
        }
    }

    /** Returns the rules of these values; a name that is not said stands at its standard. */
    public static RetentionRules of(Map<String, Long> said) {
        RetentionRules standard = standard();
        return new RetentionRules(
                Math.toIntExact(said.getOrDefault("video_days", (long) standard.videoDays)),
                Math.toIntExact(said.getOrDefault("frame_days", (long) standard.frameDays)),
                Math.toIntExact(said.getOrDefault("row_days", (long) standard.rowDays)),
                Math.toIntExact(said.getOrDefault("person_days", (long) standard.personDays)),
                said.getOrDefault("most_video_bytes", standard.mostVideoBytes),
                said.getOrDefault("least_free_bytes", standard.leastFreeBytes),
                said.getOrDefault("hold_above_fen", standard.holdAboveFen),
                Math.toIntExact(
                        said.getOrDefault("quarantine_days", (long) standard.quarantineDays)),
                said.getOrDefault("nightly", standard.nightly ? 1L : 0L) != 0);
    }

    Optional<Integer> days(Kind kind) {
        int days = kind == Kind.VIDEO ? videoDays : frameDays;
        return days == 0 ? Optional.empty() : Optional.of(days);
    }
}
