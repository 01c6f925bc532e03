package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Damage;
import packwitness.inspect.container.Extent;
import packwitness.inspect.container.PictureFile;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code c2pa.hash.boxes}: one hash for each run of segments or chunks, all in order. */
final class BoxHash {
    private static final String STORE = "C2PA";

    private BoxHash() {}

    static void check(JsonNode node, JsonNode claim, PictureFile file, Set<String> failures)
            throws Damage {
        List<Extent> sections = joined(file.sections());
        // Only of these two do we cut the file where the specification does.
        if (!Set.of("JPEG", "PNG").contains(file.container())) {
            failures.add(Failures.NOT_CHECKED);
            return;
        }
        int next = 0;
        boolean storeSeen = false;
        for (JsonNode box : node.path("boxes")) {
            JsonNode names = box.path("names");
            int first = next;
            for (JsonNode name : names) {
                if (next >= sections.size() || !name.asText("").equals(sections.get(next).name())) {
                    failures.add(Failures.BOXES_UNKNOWN);
                    return;
                }
                next++;
            }
            if (next == first) throw new Damage("box without a name");
            if (names.path(0).asText("").equals(STORE) && names.size() == 1) {
                storeSeen = true;
                continue;
            }
            long from = sections.get(first).offset();
            MessageDigest digest = digest(box, node, claim);
            digest.update(file.file().part(from, sections.get(next - 1).end() - from).buffer());
            if (!MessageDigest.isEqual(digest.digest(), Cbor.bytes(box.path("hash"))))
                failures.add(Failures.BOXES_MISMATCH);
        }
        // A segment that nobody hashed may hold anything.
        if (next != sections.size() || !storeSeen) failures.add(Failures.BOXES_UNKNOWN);
    }

    private static MessageDigest digest(JsonNode box, JsonNode node, JsonNode claim) throws Damage {
        return box.has("alg") ? Digests.named(box, claim) : Digests.named(node, claim);
    }

    /** The store may be spread over several segments, yet counts as one box. */
    private static List<Extent> joined(List<Extent> sections) {
        List<Extent> all = new ArrayList<>();
        for (Extent section : sections) {
            Extent last = all.isEmpty() ? section : all.getLast();
            if (!all.isEmpty() && last.name().equals(STORE) && section.name().equals(STORE))
                all.set(
                        all.size() - 1,
                        new Extent(STORE, last.offset(), section.end() - last.offset()));
            else all.add(section);
        }
        return all;
    }
}
