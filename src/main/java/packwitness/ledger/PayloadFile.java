package packwitness.ledger;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file that goes into a bag.
 *
 * @param name path under data/ with '/' between its parts, not under ledger/; its characters are
 *     limited to what every file system and {@code sha256sum} take
 */
public record PayloadFile(Path source, String name, FileRole role) {
    private static final Pattern BAD = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|%]");

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
