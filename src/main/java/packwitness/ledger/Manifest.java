package packwitness.ledger;

import packwitness.value.Sha256;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a bag's manifest: hash, two spaces, path. */
final class Manifest {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\p{Cntrl}\\\\]+)");

    private Manifest() {}

    static String write(SortedMap<String, Sha256> files) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Sha256> file : files.entrySet())
            text.append(file.getValue().hex()).append("  ").append(file.getKey()).append('\n');
        return text.toString();
    }

    /** Reads a manifest; nothing where any line is not exactly as it must be. */
    static Optional<SortedMap<String, Sha256>> read(String text) {
        SortedMap<String, Sha256> files = new TreeMap<>();
        if (!text.endsWith("\n")) return Optional.empty();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || !isInside(parts.group(2))) return Optional.empty();
            if (files.put(parts.group(2), new Sha256(parts.group(1))) != null)
                return Optional.empty();
        }
        return Optional.of(files);
    }

    /** Tells whether the path stays in the bag by its letters alone. */
    static boolean isInside(String path) {
        for (String part : path.split("/", -1))
            if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
        return true;
    }
}
