package packwitness.inspect.c2pa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Separate answers about the Content Credentials of a file.
 *
 * @param present whether a manifest store is embedded, readable or not
 * @param readable whether the active manifest could be understood
 * @param remote address of a manifest kept elsewhere, empty where none is named; never fetched
 * @param intact whether signature, assertions and the hash of the file all hold
 * @param ingredientsIntact whether the manifests of all ingredients hold as well
 * @param trusted whether the signer leads to the trust list and was valid on the relevant date
 * @param aiDeclared whether any manifest of the store declares AI as its source
 * @param aiInActive whether the active manifest itself declares it
 * @param camera whether the active manifest declares a capture by a camera
 * @param failures codes of the C2PA specification for the active manifest, sorted
 * @param ingredientFailures the same for the ingredients
 * @param signer organisation or name in the signer's certificate
 * @param generator the program that wrote the claim
 * @param signedAt time of signing with its kind, such as {@code 2026-04-01T00:00:00Z (trusted)}
 * @param digitalSourceTypes last words of the source types of all manifests, sorted
 * @param actions actions of all manifests, sorted
 */
public record C2paReport(
        boolean present,
        boolean readable,
        String remote,
        boolean intact,
        boolean ingredientsIntact,
        boolean trusted,
        boolean aiDeclared,
        boolean aiInActive,
        boolean camera,
        List<String> failures,
        List<String> ingredientFailures,
        String signer,
        String algorithm,
        String generator,
        String signedAt,
        int manifests,
        List<String> digitalSourceTypes,
        List<String> actions) {
    public C2paReport {
        failures = List.copyOf(failures);
        ingredientFailures = List.copyOf(ingredientFailures);
        digitalSourceTypes = List.copyOf(digitalSourceTypes);
        actions = List.copyOf(actions);
    }

    /** Returns the report of a file without any manifest. */
    public static C2paReport none() {
        return remoteOnly("");
    }

    /** Returns the report of a file that only names a manifest kept elsewhere. */
    public static C2paReport remoteOnly(String address) {
        return new C2paReport(
                false, false, address, false, false, false, false, false, false, List.of(),
                List.of(), "", "", "", "", 0, List.of(), List.of());
    }

    /**
     * Says whether something is proven not to fit, as against a manifest that could not be read or
     * a signer who is not trusted.
     */
    public boolean mismatched() {
        // Of a malformed manifest it is not known which bytes it was meant for.
        return failures.stream().noneMatch(Failures::isMalformed)
                && failures.stream()
                        .anyMatch(
                                code -> !Failures.isOfTrust(code) && !Failures.isUnreadable(code));
    }

    /** Returns plain maps, lists, strings and booleans. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("present", present);
        map.put("readable", readable);
        map.put("remote", remote);
        map.put("intact", intact);
        map.put("ingredients_intact", ingredientsIntact);
        map.put("trusted", trusted);
        map.put("ai_declared", aiDeclared);
        map.put("ai_in_active", aiInActive);
        map.put("camera", camera);
        map.put("failures", failures);
        map.put("ingredient_failures", ingredientFailures);
        map.put("signer", signer);
        map.put("algorithm", algorithm);
        map.put("generator", generator);
        map.put("signed_at", signedAt);
        map.put("manifests", manifests);
        map.put("digital_source_types", digitalSourceTypes);
        map.put("actions", actions);
        return map;
    }
}
