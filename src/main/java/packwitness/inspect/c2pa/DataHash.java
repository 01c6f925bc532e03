package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;
import packwitness.inspect.container.Extent;
import packwitness.inspect.container.PictureFile;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** {@code c2pa.hash.data}: one hash over the file without the stretches it leaves out. */
final class DataHash {
    private static final int MOST_EXCLUSIONS = 1_000;

    private DataHash() {}

    static void check(JsonNode node, JsonNode claim, PictureFile file, Set<String> failures)
            throws Damage {
        List<long[]> left = new ArrayList<>();
        if (node.path("exclusions").size() > MOST_EXCLUSIONS)
            throw new Damage("too many exclusions");
        for (JsonNode exclusion : node.path("exclusions")) {
            long start = exclusion.path("start").asLong(-1);
            long length = exclusion.path("length").asLong(-1);
            if (start < 0 || length < 0 || start > Integer.MAX_VALUE || length > Integer.MAX_VALUE)
                throw new Damage("impossible exclusion");
            left.add(new long[] {start, start + length});
        }
        left.sort(Comparator.comparingLong(range -> range[0]));
        // What is left out of the hash may be changed by anybody: only the store itself may be.
        if (!onlyTheStore(left, file)) {
            failures.add(Failures.DATA_MISMATCH);
            return;
        }
        MessageDigest digest = Digests.named(node, claim);
        Bytes all = file.file();
        long at = 0;
        for (long[] range : left) {
            if (range[0] < at) throw new Damage("exclusions overlap");
            digest.update(all.part(at, range[0] - at).buffer());
            at = range[1];
        }
        digest.update(all.rest(at).buffer());
        if (!MessageDigest.isEqual(digest.digest(), Cbor.bytes(node.path("hash"))))
            failures.add(Failures.DATA_MISMATCH);
    }

    private static boolean onlyTheStore(List<long[]> left, PictureFile file) {
        List<long[]> store = new ArrayList<>();
        for (Extent extent : file.manifestExtents()) {
            long[] last = store.isEmpty() ? new long[] {-1, -1} : store.getLast();
            if (last[1] == extent.offset()) last[1] = extent.end();
            else store.add(new long[] {extent.offset(), extent.end()});
        }
        return left.stream()
                .allMatch(range ->
                        range[1] <= file.file().length()
                                && HardBinding.inside(store, range[0], range[1]));
    }
}
