package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.BmffBox;
import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;
import packwitness.inspect.container.PictureFile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * {@code c2pa.hash.bmff}: one hash over a box file without the boxes it leaves out; of the media
 * data {@link BmffMerkle} may take care.
 */
final class BmffHash {
    private static final Set<String> CONTAINERS =
            Set.of(
                    "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "udta", "moof", "traf",
                    "mfra", "mvex", "meta", "iprp", "ipco", "sinf", "schi");
    private static final int MOST_RANGES = 100_000;

    private BmffHash() {}

    /**
     * Adds the failure codes.
     *
     * @param offsets whether the place of every top-level box is hashed too, as since version 2
     */
    static void check(
            JsonNode node, JsonNode claim, PictureFile file, Set<String> failures, boolean offsets)
            throws Damage {
        boolean merkle = node.has("merkle");
        if (!node.path("hash").isBinary() || merkle && !BmffMerkle.isOfOneFile(node)) {
            failures.add(Failures.NOT_CHECKED);
            return;
        }
        List<BmffBox> top = BmffBox.of(file.file());
        long end = top.isEmpty() ? 0 : top.getLast().offset() + top.getLast().length();
        if (end != file.file().length()) {
            failures.add(Failures.BMFF_MISMATCH);
            return;
        }
        List<long[]> left = new ArrayList<>();
        for (JsonNode exclusion : node.path("exclusions")) {
            String[] path = exclusion.path("xpath").asText("").split("/");
            if (path.length < 2) throw new Damage("exclusion without a path");
            if (holdsThePicture(path) && !(merkle && BmffMerkle.covers(path, exclusion))) {
                failures.add(Failures.BMFF_MISMATCH);
                return;
            }
            collect(top, path, 1, exclusion, left);
        }
        left.sort(Comparator.comparingLong(range -> range[0]));
        MessageDigest digest = Digests.named(node, claim);
        for (BmffBox box : top) hash(box, left, offsets, file.file(), digest);
        if (!MessageDigest.isEqual(digest.digest(), Cbor.bytes(node.path("hash"))))
            failures.add(Failures.BMFF_MISMATCH);
        if (merkle) BmffMerkle.check(node, claim, top, file.file(), failures);
    }

    /** A hash that leaves out the pictures or their whole description binds nothing. */
    private static boolean holdsThePicture(String[] path) {
        String top = path[1].replaceAll("\\[.*", "");
        return top.equals("mdat")
                || path.length == 2 && Set.of("moov", "meta", "moof", "idat").contains(top);
    }

    private static void hash(
            BmffBox box, List<long[]> left, boolean offsets, Bytes all, MessageDigest digest)
            throws Damage {
        long from = box.offset();
        long to = from + box.length();
        if (HardBinding.inside(left, from, to)) return;
        if (offsets) digest.update(ByteBuffer.allocate(8).putLong(from).array());
        long at = from;
        for (long[] range : left) {
            if (range[1] <= at || range[0] >= to) continue;
            if (range[0] > at) digest.update(all.part(at, range[0] - at).buffer());
            at = Math.max(at, range[1]);
        }
        if (at < to) digest.update(all.part(at, to - at).buffer());
    }

    private static void collect(
            List<BmffBox> boxes, String[] path, int depth, JsonNode exclusion, List<long[]> left)
            throws Damage {
        String step = path[depth];
        int bracket = step.indexOf('[');
        String type = bracket < 0 ? step : step.substring(0, bracket);
        int wanted = bracket < 0 ? 0 : index(step.substring(bracket + 1));
        int seen = 0;
        for (BmffBox box : boxes) {
            if (!box.type().equals(type) || wanted > 0 && ++seen != wanted) continue;
            if (depth < path.length - 1) {
                collect(children(box), path, depth + 1, exclusion, left);
            } else if (matches(box, exclusion)) {
                leaveOut(box, exclusion.path("subset"), left);
            }
        }
    }

    private static int index(String text) throws Damage {
        String digits = text.replace("]", "");
        if (!digits.matches("[0-9]{1,6}")) throw new Damage("impossible path");
        return Integer.parseInt(digits);
    }

    private static List<BmffBox> children(BmffBox box) {
        if (!CONTAINERS.contains(box.type())) return List.of();
        boolean full = box.type().equals("meta") && !box.body().says(4, "hdlr");
        return BmffBox.of(full ? box.body().rest(4) : box.body());
    }

    private static boolean matches(BmffBox box, JsonNode exclusion) throws Damage {
        JsonNode length = exclusion.path("length");
        if (length.isNumber() && length.asLong() != box.length()) return false;
        JsonNode version = exclusion.path("version");
        if (version.isNumber() && (box.body().length() < 4 || version.asInt() != box.body().u8(0)))
            return false;
        if (exclusion.path("flags").isBinary() && !flagsMatch(box, exclusion)) return false;
        for (JsonNode data : exclusion.path("data")) {
            byte[] value = Cbor.bytes(data.path("value"));
            // Offsets count from the beginning of the box, whose head is no part of the body.
            long at = data.path("offset").asLong(-1) - headBeforeBody(box);
            if (at < 0 || at + value.length > wholeBody(box).length()) return false;
            if (!MessageDigest.isEqual(value, wholeBody(box).part(at, value.length).copy()))
                return false;
        }
        return true;
    }

    private static boolean flagsMatch(BmffBox box, JsonNode exclusion) throws Damage {
        if (box.body().length() < 4) return false;
        byte[] flags = Cbor.bytes(exclusion.path("flags"));
        boolean exact = exclusion.path("exact").asBoolean(true);
        for (int i = 0; i < Math.min(3, flags.length); i++) {
            int is = box.body().u8(1L + i);
            int want = flags[i] & 0xFF;
            if (exact ? is != want : (is & want) != want) return false;
        }
        return true;
    }

    private static void leaveOut(BmffBox box, JsonNode subset, List<long[]> left) throws Damage {
        if (left.size() > MOST_RANGES) throw new Damage("too many exclusions");
        long from = box.offset();
        long to = from + box.length();
        if (!subset.isArray()) {
            left.add(new long[] {from, to});
            return;
        }
        for (JsonNode part : subset) {
            long start = from + Math.clamp(part.path("offset").asLong(0), 0, box.length());
            long length = part.path("length").asLong(0);
            long stop =
                    length == 0 ? to : Math.min(to, start + Math.clamp(length, 0, box.length()));
            left.add(new long[] {start, stop});
        }
    }

    /** A user type stands in the head for us, but in the body for the offsets of exclusions. */
    private static Bytes wholeBody(BmffBox box) {
        return box.userType().isEmpty() ? box.body() : Bytes.of(join(box.userType(), box.body()));
    }

    private static int headBeforeBody(BmffBox box) {
        return box.userType().isEmpty() ? box.header() : box.header() - 16;
    }

    private static byte[] join(String userType, Bytes body) {
        byte[] head = userType.getBytes(StandardCharsets.ISO_8859_1);
        byte[] few = body.head(1024).copy();
        return ByteBuffer.allocate(head.length + few.length).put(head).put(few).array();
    }
}
