package packwitness.cli;

import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.PictureComparer;
import packwitness.inspect.listing.Candidate;
import packwitness.inspect.listing.ListingShelf;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a received picture with pictures of ours and tells each pair as plain maps. */
final class PairsOfOurs {
    /** Candidates of the shop that are compared; only the first few have a chance. */
    private static final int MOST_CANDIDATES = 4;

    private final PictureComparer comparer = new PictureComparer();
    private final Lang lang;

    PairsOfOurs(Lang lang) {
        this.lang = lang;
    }

    /** Compares with one file. */
    Map<String, Object> file(Path ours, byte[] received) throws Failure {
        return pair(ours.toString(), InspectCommand.read(ours), changed(ours), received);
    }

    /** Compares with the likeliest listing pictures of the shop; those that are gone are told. */
    List<Map<String, Object>> shop(ListingShelf shelf, byte[] received) throws Failure {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Candidate candidate : shelf.nearest(received, MOST_CANDIDATES)) {
            Optional<byte[]> ours = shelf.picture(candidate);
            Map<String, Object> pair =
                    ours.isPresent()
                            ? pair(candidate.place(), ours.get(), candidate.at().toString(), received)
                            : gone(candidate);
            pair.put("points_of_print", candidate.points());
            pairs.add(pair);
        }
        return pairs;
    }

    private Map<String, Object> pair(String place, byte[] ours, String date, byte[] received) {
        Comparison comparison = comparer.compare(ours, received);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("against", place);
        map.put("against_sha256", Sha256.of(ours).hex());
        map.put("against_date", date);
        map.put("says", comparison.says(lang));
        map.put("limits_say", comparison.limitsSay(lang));
        map.putAll(comparison.toMap());
        return map;
    }

    private static Map<String, Object> gone(Candidate candidate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("against", candidate.place());
        map.put("against_sha256", candidate.sha256().hex());
        map.put("copy", false);
        map.put("why", List.of("OURS_GONE"));
        return map;
    }

    /** The date that the file system has; of a listing kept in a vault its own record is told. */
    private static String changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().toString();
        } catch (IOException unknown) {
            return "";
        }
    }
}
