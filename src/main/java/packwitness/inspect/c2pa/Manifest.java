package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One manifest of a store.
 *
 * @param update whether it is an update manifest, which has no binding of its own
 * @param claim the claim, missing where it cannot be read
 * @param claimBytes exactly the bytes that are signed
 * @param problem failure code that kept it from being read, empty where none did
 */
record Manifest(
        String label,
        boolean update,
        JumbfBox box,
        JsonNode claim,
        Bytes claimBytes,
        Optional<Bytes> signature,
        List<JumbfBox> assertions,
        String problem) {

    static Manifest of(JumbfBox box) {
        if (box.kind().equals("c2cm")) return unpacked(box);
        boolean update = box.kind().equals("c2um");
        Optional<JumbfBox> claim =
                box.child("c2pa.claim.v2")
                        .or(() -> box.child("c2pa.claim"))
                        .flatMap(Manifest::cbor);
        if (claim.isEmpty()) return broken(box, update, Failures.CLAIM_MISSING);
        try {
            return new Manifest(
                    box.label(),
                    update,
                    box,
                    Cbor.read(claim.get().body()),
                    claim.get().body(),
                    box.child("c2pa.signature").flatMap(Manifest::cbor).map(JumbfBox::body),
                    box.child("c2pa.assertions").map(Manifest::superboxes).orElse(List.of()),
                    "");
        } catch (Damage e) {
            return broken(box, update, Failures.GENERAL);
        }
    }

    private static Manifest unpacked(JumbfBox packed) {
        try {
            return of(PackedManifest.unpacked(packed));
        } catch (Damage e) {
            return broken(packed, false, Failures.COMPRESSED);
        }
    }

    /** Returns the hashed URIs of the claim: all lists that claims of version 1 and 2 have. */
    List<JsonNode> references() {
        List<JsonNode> all = new ArrayList<>();
        for (String list : List.of("assertions", "created_assertions", "gathered_assertions"))
            claim.path(list).forEach(all::add);
        return all;
    }

    Optional<JumbfBox> assertion(String wanted) {
        return assertions.stream().filter(box -> box.label().equals(wanted)).findFirst();
    }

    /**
     * Returns the assertions whose label is this or begins with it and a dot or two underscores.
     */
    List<JumbfBox> assertionsOf(String kind) {
        return assertions.stream().filter(box -> isOf(box.label(), kind)).toList();
    }

    /** Returns the program that wrote the claim, empty where none is named. */
    String generator() {
        JsonNode info = claim.path("claim_generator_info");
        JsonNode first = info.isArray() ? info.path(0) : info;
        String name = first.path("name").asText("");
        return name.isEmpty() ? claim.path("claim_generator").asText("") : name;
    }

    static boolean isOf(String label, String kind) {
        return label.equals(kind)
                || label.startsWith(kind + ".v")
                || label.startsWith(kind + "__")
                || label.startsWith(kind + ".part");
    }

    private static List<JumbfBox> superboxes(JumbfBox box) {
        return box.children().stream().filter(child -> child.type().equals("jumb")).toList();
    }

    private static Optional<JumbfBox> cbor(JumbfBox box) {
        return box.content("cbor");
    }

    private static Manifest broken(JumbfBox box, boolean update, String problem) {
        return new Manifest(
                box.label(),
                update,
                box,
                MissingNode.getInstance(),
                Bytes.of(new byte[0]),
                Optional.empty(),
                List.of(),
                problem);
    }
}
