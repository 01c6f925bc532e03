package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that goes into a bag.
 *
 * @param name path under data/ with '/' between its parts, not under ledger/; its characters are
 *     limited to what every file system and {@code sha256sum} take
 * @param cut where a key frame was cut out
 */
public record PayloadFile(Path source, String name, FileRole role, Optional<Cut> cut) {
    private static final Pattern BAD = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|%]");

    /**
     * Where a picture was cut out of a video of the same bag, so that anybody can do it again.
     *
     * @param original name of the video in the bag, as in {@link PayloadFile#name}
     * @param index of the frame, from 0
     * @param at its time in the video
     * @param pixels SHA-256 of its decoded samples, Y, U, V of yuv420p
     */
    public record Cut(String original, long index, Duration at, Sha256 pixels) {
        String line(String picture) {
            return index
                    + "\t"
                    + at.toMillis()
                    + "\t"
                    + pixels
                    + "\t"
                    + picture
                    + "\tdata/"
                    + original
                    + "\n";
        }
    }

    public PayloadFile(Path source, String name, FileRole role) {
        this(source, name, role, Optional.empty());
    }

    public PayloadFile {
        for (String part : name.split("/", -1))
            if (part.isBlank() || part.equals(".") || part.equals("..") || !part.equals(safe(part)))
                throw new IllegalArgumentException("no name for a bag: " + name);
        if (name.startsWith("ledger/") || name.equals("ledger"))
            throw new IllegalArgumentException("ledger/ is not for payload files: " + name);
    }

    /** Returns the name of one file or folder with unsuitable characters replaced. */
    public static String safe(String part) {
        String safe = BAD.matcher(part.strip()).replaceAll("_").replace('/', '_');
        return safe.isBlank() || safe.equals(".") || safe.equals("..") ? "_" : safe;
    }
}
