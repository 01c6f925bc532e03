package packwitness.platform;

import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one channel of a platform takes in, as somebody read it on a day.
 *
 * @param id a short name of ASCII letters, digits and {@code -}
 * @param documentBytes the largest PDF; nothing where the channel takes none
 * @param names the longest file name, in characters, ending included; names are always ASCII
 * @param known whether a source states these limits; otherwise they are a cautious choice of ours
 * @param source where it was read, or why the choice was made
 * @param checkedBy who read it
 */
public record PlatformRule(
        String id,
        Wording platform,
        Wording channel,
        Images images,
        Optional<Long> documentBytes,
        Text text,
        int names,
        Optional<Deadline> deadline,
        boolean known,
        String source,
        LocalDate checkedOn,
        String checkedBy) {
    /** After so many days a rule must be read again. */
    public static final int DAYS_FRESH = 90;

    /** Picture formats that platforms name. */
    public enum Format {
        JPG,
        PNG
    }

    /**
     * The pictures a channel takes.
     *
     * @param most how many; 0 where it takes none
     * @param bytes the largest file
     * @param pixels the largest width times height
     * @param formats the format written is the first of them
     */
    public record Images(int most, long bytes, long pixels, List<Format> formats) {
        public Images {
            formats = List.copyOf(formats);
        }
    }

    /**
     * The text a channel takes.
     *
     * @param least fewest characters (code points)
     * @param most most characters (code points)
     * @param bytes most bytes in UTF-8, where the channel counts them
     */
    public record Text(int least, int most, OptionalInt bytes) {}

    /**
     * Until when the merchant is heard.
     *
     * @param from what the hours are counted from
     */
    public record Deadline(int hours, Wording from) {}

    /** Returns whether the rule was last read more than 90 days before this day. */
    public boolean stale(LocalDate today) {
        return checkedOn.plusDays(DAYS_FRESH).isBefore(today);
    }
}
