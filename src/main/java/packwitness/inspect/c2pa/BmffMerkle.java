package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.BmffBox;
import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The trees of hashes over media data in {@code c2pa.hash.bmff}: a tree for each {@code mdat}, its
 * data cut into blocks. All blocks are at hand, so the whole tree is made again up to the row that
 * the manifest states, and proofs that came along are not needed.
 */
final class BmffMerkle {
    /** The data begin so far behind the beginning of their box, however long its head is. */
    private static final long HEAD = 16;

    private static final int MOST_BLOCKS = 200_000;

    private BmffMerkle() {}

    /** Tells whether these trees are over one file and not over its fragments. */
    static boolean isOfOneFile(JsonNode node) {
        JsonNode maps = node.path("merkle");
        if (!maps.isArray() || maps.isEmpty()) return false;
        for (JsonNode map : maps) if (map.hasNonNull("initHash")) return false;
        return true;
    }

    /** Tells whether an exclusion leaves out just the data that the trees cover. */
    static boolean covers(String[] path, JsonNode exclusion) {
        JsonNode subset = exclusion.path("subset");
        return path.length == 2
                && path[1].equals("mdat")
                && subset.size() == 1
                && subset.path(0).path("offset").asLong(-1) == HEAD
                && subset.path(0).path("length").asLong(0) == 0;
    }

    /** Adds the failure code where a tree does not fit its data, or data have no tree. */
    static void check(
            JsonNode node, JsonNode claim, List<BmffBox> top, Bytes all, Set<String> failures)
            throws Damage {
        List<BmffBox> media = top.stream().filter(box -> box.type().equals("mdat")).toList();
        List<JsonNode> maps = new ArrayList<>();
        node.path("merkle").forEach(maps::add);
        maps.sort(Comparator.comparingLong(map -> map.path("localId").asLong()));
        boolean fits = maps.size() == media.size();
        for (int i = 0; fits && i < maps.size(); i++)
            fits = fits(maps.get(i), node, claim, media.get(i), all);
        if (!fits) failures.add(Failures.BMFF_MISMATCH);
    }

    private static boolean fits(JsonNode map, JsonNode node, JsonNode claim, BmffBox box, Bytes all)
            throws Damage {
        long at = box.offset() + HEAD;
        long left = box.length() - HEAD;
        List<Long> blocks = blocks(map, left);
        JsonNode row = map.path("hashes");
        if (left < 0 || row.isEmpty() || blocks.size() != map.path("count").asLong(-1))
            return false;
        MessageDigest digest = Digests.named(map.hasNonNull("alg") ? map : node, claim);
        List<byte[]> hashes = new ArrayList<>();
        for (long length : blocks) {
            if (length < 0 || length > left) return false;
            digest.update(all.part(at, length).buffer());
            hashes.add(digest.digest());
            at += length;
            left -= length;
        }
        if (left != 0) return false;
        while (hashes.size() > row.size()) hashes = parents(hashes, digest);
        if (hashes.size() != row.size()) return false;
        boolean same = true;
        for (int i = 0; i < hashes.size(); i++)
            same &= MessageDigest.isEqual(hashes.get(i), Cbor.bytes(row.path(i)));
        return same;
    }

    /** A block without a neighbour goes up as it is. */
    private static List<byte[]> parents(List<byte[]> row, MessageDigest digest) {
        List<byte[]> out = new ArrayList<>();
        for (int i = 0; i < row.size(); i += 2) {
            if (i + 1 == row.size()) {
                out.add(row.get(i));
                continue;
            }
            digest.update(row.get(i));
            out.add(digest.digest(row.get(i + 1)));
        }
        return out;
    }

    private static List<Long> blocks(JsonNode map, long length) throws Damage {
        List<Long> out = new ArrayList<>();
        if (map.path("variableBlockSizes").isArray()) {
            if (map.path("variableBlockSizes").size() > MOST_BLOCKS)
                throw new Damage("too many blocks");
            for (JsonNode size : map.path("variableBlockSizes")) out.add(size.asLong(-1));
            return out;
        }
        long each = map.path("fixedBlockSize").asLong(0);
        if (each <= 0) each = Math.max(1, length);
        if (length / each > MOST_BLOCKS) throw new Damage("too many blocks");
        for (long at = 0; at < length; at += each) out.add(Math.min(each, length - at));
        return out;
    }
}
