package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Damage;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks that every assertion is the one that the claim names, and that none is smuggled in. */
final class HashedUris {
    private HashedUris() {}

    /**
     * Adds the failure codes.
     *
     * @param redacted addresses of assertions that later claims declare as removed
     */
    static void check(Manifest manifest, Set<String> redacted, Set<String> failures) {
        Set<String> named = new HashSet<>();
        for (JsonNode reference : manifest.references()) {
            String url = reference.path("url").asText("");
            Optional<String> label = label(url, manifest.label());
            if (label.isEmpty()) {
                failures.add(Failures.ASSERTION_OUTSIDE);
                continue;
            }
            named.add(label.get());
            try {
                check(manifest, reference, label.get(), redacted, failures);
            } catch (Damage e) {
                failures.add(
                        e.words().equals(Failures.ALGORITHM)
                                ? Failures.ALGORITHM
                                : Failures.ASSERTION_MISMATCH);
            }
        }
        for (JumbfBox box : manifest.assertions())
            if (!named.contains(box.label())) failures.add(Failures.ASSERTION_UNDECLARED);
        for (JumbfBox box : manifest.assertions()) readable(box, failures);
    }

    private static void readable(JumbfBox box, Set<String> failures) {
        for (JumbfBox content : box.children()) {
            boolean cbor = content.type().equals("cbor");
            try {
                if (cbor) Cbor.read(content.body());
                else if (content.type().equals("json")) Cbor.json(content.body());
            } catch (Damage e) {
                failures.add(cbor ? Failures.CBOR_INVALID : Failures.JSON_INVALID);
            }
        }
    }

    private static void check(
            Manifest manifest,
            JsonNode reference,
            String label,
            Set<String> redacted,
            Set<String> failures)
            throws Damage {
        Optional<JumbfBox> box = manifest.assertion(label);
        if (box.isEmpty()) {
            String full = "/c2pa/" + manifest.label() + "/c2pa.assertions/" + label;
            if (redacted.stream().noneMatch(address -> address.endsWith(full)))
                failures.add(Failures.ASSERTION_MISSING);
            return;
        }
        MessageDigest digest = Digests.named(reference, manifest.claim());
        digest.update(box.get().body().buffer());
        if (!MessageDigest.isEqual(digest.digest(), Cbor.bytes(reference.path("hash"))))
            failures.add(Failures.ASSERTION_MISMATCH);
    }

    /** Returns the label of an assertion of this very manifest. */
    private static Optional<String> label(String url, String manifest) {
        String path = url.startsWith("self#jumbf=") ? url.substring(11) : url;
        String own = "/c2pa/" + manifest + "/";
        if (path.startsWith(own)) path = path.substring(own.length());
        if (!path.startsWith("c2pa.assertions/")) return Optional.empty();
        return Optional.of(path.substring("c2pa.assertions/".length()));
    }
}
