package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;
import packwitness.inspect.container.PictureFile;

import java.util.List;
import java.util.Set;

/** Checks that the file still is the one the manifest was made for. */
final class HardBinding {
    private HardBinding() {}

    /** Adds the failure codes; a manifest without exactly one binding fails. */
    static void check(Manifest manifest, PictureFile file, Set<String> failures) {
        int found = 0;
        int extras = 0;
        for (JumbfBox box : manifest.assertions()) {
            String label = box.label();
            if (!label.startsWith("c2pa.hash.")) continue;
            // A hash of a whole collection or of parts beside the main one is an extra.
            if (label.startsWith("c2pa.hash.collection") || label.startsWith("c2pa.hash.multi")) {
                extras++;
                continue;
            }
            found++;
            try {
                JsonNode node = Cbor.read(content(box));
                check(label, node, manifest.claim(), file, failures);
            } catch (Damage e) {
                failures.add(
                        e.words().equals(Failures.ALGORITHM)
                                ? Failures.ALGORITHM
                                : Failures.DATA_MALFORMED);
            }
        }
        // Files of a collection lie elsewhere: whether they fit cannot be told from this one file.
        if (found == 0) failures.add(extras > 0 ? Failures.NOT_CHECKED : Failures.BINDING_MISSING);
        if (found > 1) failures.add(Failures.BINDINGS_MANY);
    }

    private static void check(
            String label, JsonNode node, JsonNode claim, PictureFile file, Set<String> failures)
            throws Damage {
        if (Manifest.isOf(label, "c2pa.hash.data")) DataHash.check(node, claim, file, failures);
        else if (Manifest.isOf(label, "c2pa.hash.boxes"))
            BoxHash.check(node, claim, file, failures);
        else if (Manifest.isOf(label, "c2pa.hash.bmff"))
            BmffHash.check(
                    node,
                    claim,
                    file,
                    failures,
                    !label.startsWith("c2pa.hash.bmff__") && !label.equals("c2pa.hash.bmff"));
        else failures.add(Failures.NOT_CHECKED);
    }

    private static Bytes content(JumbfBox box) throws Damage {
        return box.content("cbor").orElseThrow(() -> new Damage("no content")).body();
    }

    /** Says whether one of the stretches, joined where they touch, holds the whole range. */
    static boolean inside(List<long[]> stretches, long from, long to) {
        return stretches.stream().anyMatch(s -> s[0] <= from && to <= s[1]);
    }
}
