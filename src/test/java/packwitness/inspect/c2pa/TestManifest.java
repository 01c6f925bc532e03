package packwitness.inspect.c2pa;

import static packwitness.inspect.Carriers.box;
import static packwitness.inspect.Carriers.join;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a manifest, signed by a test signer; every step can be spoiled. */
public final class TestManifest {
    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
    private static final String KIND_TAIL = "\0\u0011\0\u0010\u0080\0\0\u00AA\08\u009Bq";

    private final String label;
    private final TestSigner signer;
    private final Map<String, Object> assertions = new LinkedHashMap<>();
    private final Map<String, Object> unnamed = new LinkedHashMap<>();
    private String kind = "c2ma";
    private String algorithm = "sha256";
    private byte[] frozen = new byte[0];
    private boolean packed;
    private Optional<Instant> stampAt = Optional.empty();
    private Optional<TestSigner> stamper = Optional.empty();

    public TestManifest(String label, TestSigner signer) {
        this.label = label;
        this.signer = signer;
    }

    public String label() {
        return label;
    }

    /** Returns the hash of the data binding. */
    byte[] hash() {
        Object binding = assertions.get("c2pa.hash.data");
        return binding instanceof Map<?, ?> map && map.get("hash") instanceof byte[] bytes
                ? bytes
                : new byte[0];
    }

    public TestManifest kind(String characters) {
        kind = characters;
        return this;
    }

    public TestManifest algorithm(String name) {
        algorithm = name;
        return this;
    }

    public TestManifest stamped(Instant at, TestSigner by) {
        stampAt = Optional.of(at);
        stamper = Optional.of(by);
        return this;
    }

    /** Packs the manifest with Brotli, in blocks that are not compressed. */
    public TestManifest packed() {
        packed = true;
        return this;
    }

    private byte[] packed(byte[] whole) {
        byte[] body = Arrays.copyOfRange(whole, 8, whole.length);
        int most = 60_000;
        byte[] stream = new byte[0];
        for (int at = 0; at < body.length; at += most) {
            byte[] part = Arrays.copyOfRange(body, at, Math.min(body.length, at + most));
            // Bits from the lowest: window 16 (only once), not last, 4 nibbles, length, stored.
            int shift = at == 0 ? 1 : 0;
            int head = (part.length - 1) << 3 + shift | 1 << 19 + shift;
            byte[] bytes = {(byte) head, (byte) (head >> 8), (byte) (head >> 16)};
            stream = join(stream, bytes, part);
        }
        byte[] name = "jumb".getBytes(StandardCharsets.US_ASCII);
        return superbox("c2cm", label, List.of(box("brob", join(name, stream, new byte[] {3}))));
    }

    /** Adds an assertion, or changes one. */
    public TestManifest with(String name, Object content) {
        assertions.put(name, content);
        frozen = new byte[0];
        return this;
    }

    /** Adds an assertion that the claim does not name. */
    public TestManifest smuggle(String name, Object content) {
        unnamed.put(name, content);
        return this;
    }

    public TestManifest created(String sourceType) {
        return with(
                "c2pa.actions.v2",
                Map.of(
                        "actions",
                        List.of(
                                Map.of(
                                        "action",
                                        "c2pa.created",
                                        "digitalSourceType",
                                        "http://cv.iptc.org/newscodes/digitalsourcetype/"
                                                + sourceType))));
    }

    /** Names another manifest as what this one was made from. */
    public TestManifest madeFrom(TestManifest parent) throws Exception {
        byte[] whole = parent.bytes();
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(Arrays.copyOfRange(whole, 8, whole.length));
        return with(
                "c2pa.ingredient.v3",
                Map.of(
                        "relationship",
                        "parentOf",
                        "activeManifest",
                        reference("self#jumbf=/c2pa/" + parent.label(), hash)));
    }

    /** Keeps the bytes as they are now, as a parent must stay what its child hashed. */
    public TestManifest freeze() throws Exception {
        frozen = build();
        return this;
    }

    public byte[] bytes() throws Exception {
        byte[] whole = frozen.length > 0 ? frozen : build();
        return packed ? packed(whole) : whole;
    }

    /** Returns a store of these manifests, the last one active. */
    public static byte[] store(TestManifest... manifests) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        for (TestManifest manifest : manifests) parts.add(manifest.bytes());
        return superbox("c2pa", "c2pa", parts);
    }

    private byte[] build() throws Exception {
        List<byte[]> boxes = new ArrayList<>();
        List<Object> references = new ArrayList<>();
        for (Map.Entry<String, Object> entry : assertions.entrySet()) {
            byte[] box = assertion(entry.getKey(), entry.getValue());
            boxes.add(box);
            byte[] body = Arrays.copyOfRange(box, 8, box.length);
            references.add(
                    reference(
                            "self#jumbf=c2pa.assertions/" + entry.getKey(),
                            MessageDigest.getInstance("SHA-256").digest(body)));
        }
        for (Map.Entry<String, Object> entry : unnamed.entrySet())
            boxes.add(assertion(entry.getKey(), entry.getValue()));
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("instanceID", "xmp:iid:1");
        claim.put("claim_generator_info", Map.of("name", "test maker"));
        claim.put("signature", "self#jumbf=c2pa.signature");
        claim.put("created_assertions", references);
        if (!algorithm.isEmpty()) claim.put("alg", algorithm);
        byte[] claimBytes = CBOR.writeValueAsBytes(claim);
        return superbox(
                kind,
                label,
                List.of(
                        superbox("c2as", "c2pa.assertions", boxes),
                        superbox("c2cl", "c2pa.claim.v2", List.of(box("cbor", claimBytes))),
                        superbox(
                                "c2cs", "c2pa.signature", List.of(box("cbor", cose(claimBytes))))));
    }

    private byte[] cose(byte[] claim) throws Exception {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (CBORGenerator generator = new CBORFactory().createGenerator(header)) {
            generator.writeStartObject(2);
            generator.writeFieldId(1);
            generator.writeNumber(-7);
            generator.writeFieldId(33);
            generator.writeBinary(signer.certificate());
            generator.writeEndObject();
        }
        byte[] signature = signer.sign(structure("Signature1", header.toByteArray(), claim));
        Map<String, Object> unprotected = new LinkedHashMap<>();
        if (stampAt.isPresent()) {
            byte[] wrapped = CBOR.writeValueAsBytes(signature);
            byte[] token =
                    stamper.orElseThrow()
                            .stamp(
                                    structure("CounterSignature", header.toByteArray(), wrapped),
                                    stampAt.get());
            unprotected.put("sigTst2", Map.of("tstTokens", List.of(Map.of("val", token))));
        }
        List<Object> parts = new ArrayList<>();
        parts.add(header.toByteArray());
        parts.add(unprotected);
        parts.add(null);
        parts.add(signature);
        // The tag of a COSE_Sign1, which other readers ask for.
        return join(new byte[] {(byte) 0xD2}, CBOR.writeValueAsBytes(parts));
    }

    private static byte[] structure(String context, byte[] header, byte[] payload)
            throws Exception {
        return CBOR.writeValueAsBytes(List.of(context, header, new byte[0], payload));
    }

    private static Map<String, Object> reference(String url, byte[] hash) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("url", url);
        reference.put("hash", hash);
        return reference;
    }

    private static byte[] assertion(String name, Object content) throws Exception {
        byte[] body = content instanceof byte[] raw ? raw : CBOR.writeValueAsBytes(content);
        return superbox("cbor", name, List.of(box("cbor", body)));
    }

    private static byte[] superbox(String kind, String label, List<byte[]> content) {
        byte[] description =
                join(
                        (kind + KIND_TAIL).getBytes(StandardCharsets.ISO_8859_1),
                        new byte[] {3},
                        (label + "\0").getBytes(StandardCharsets.UTF_8));
        List<byte[]> all = new ArrayList<>();
        all.add(box("jumd", description));
        all.addAll(content);
        return box("jumb", all.toArray(byte[][]::new));
    }
}
