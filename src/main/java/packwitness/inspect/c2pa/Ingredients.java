package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Damage;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The references from one manifest to those of its ingredients. */
final class Ingredients {
    private Ingredients() {}

    /**
     * Checks that every manifest referred to is there and unchanged; adds the failure codes.
     *
     * @param redacted addresses of assertions that later claims declare as removed
     */
    static void check(
            Manifest manifest,
            Map<String, Manifest> store,
            Set<String> redacted,
            Set<String> failures) {
        for (JumbfBox box : manifest.assertionsOf("c2pa.ingredient")) {
            try {
                Optional<JsonNode> reference = reference(box);
                if (reference.isPresent())
                    check(reference.get(), manifest.claim(), store, redacted, failures);
            } catch (Damage e) {
                failures.add(Failures.INGREDIENT_MISMATCH);
            }
        }
    }

    /** Returns the manifest this one updates, where it names one. */
    static Optional<Manifest> parent(Manifest manifest, Map<String, Manifest> store) {
        for (JumbfBox box : manifest.assertionsOf("c2pa.ingredient")) {
            try {
                if (!content(box).path("relationship").asText("").equals("parentOf")) continue;
                Optional<JsonNode> reference = reference(box);
                if (reference.isEmpty()) continue;
                return Optional.ofNullable(store.get(label(reference.get())));
            } catch (Damage e) {
                // Reported by the check of the ingredients.
                continue;
            }
        }
        return Optional.empty();
    }

    private static void check(
            JsonNode reference,
            JsonNode claim,
            Map<String, Manifest> store,
            Set<String> redacted,
            Set<String> failures)
            throws Damage {
        Manifest target = store.get(label(reference));
        if (target == null) {
            failures.add(Failures.INGREDIENT_MISSING);
            return;
        }
        // A declared removal changes the manifest; its own signature still vouches for the rest.
        String inside = "/c2pa/" + target.label() + "/";
        if (redacted.stream().anyMatch(address -> address.contains(inside))) return;
        MessageDigest digest = Digests.named(reference, claim);
        digest.update(target.box().body().buffer());
        if (!MessageDigest.isEqual(digest.digest(), Cbor.bytes(reference.path("hash"))))
            failures.add(Failures.INGREDIENT_MISMATCH);
    }

    private static Optional<JsonNode> reference(JumbfBox box) throws Damage {
        JsonNode node = content(box);
        for (String key : List.of("activeManifest", "c2pa_manifest"))
            if (node.path(key).isObject()) return Optional.of(node.path(key));
        return Optional.empty();
    }

    private static JsonNode content(JumbfBox box) throws Damage {
        return Cbor.read(box.content("cbor").orElseThrow(() -> new Damage("no content")).body());
    }

    private static String label(JsonNode reference) {
        String url = reference.path("url").asText("");
        String path = url.substring(url.indexOf("/c2pa/") + 1);
        String[] parts = path.split("/");
        return parts.length < 2 ? "" : parts[1];
    }
}
