package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A COSE_Sign1 structure over a detached claim.
 *
 * @param protectedHeader the bytes as signed
 * @param chain certificates as sent, the signer's first
 */
record CoseSignature(
        byte[] protectedHeader,
        JsonNode unprotected,
        byte[] signature,
        int algorithm,
        List<X509Certificate> chain) {
    private static final int MOST_CERTIFICATES = 10;

    static CoseSignature read(Bytes bytes) throws Damage {
        JsonNode sign1 = Cbor.read(bytes);
        byte[] header = Cbor.bytes(sign1.path(0));
        JsonNode fields = Cbor.read(Bytes.of(header));
        JsonNode unprotected = sign1.path(1);
        JsonNode chain = first(fields.path("33"), fields.path("x5chain"));
        // Version 1 of the claim allowed the chain to stand unprotected.
        if (chain.isMissingNode())
            chain = first(unprotected.path("33"), unprotected.path("x5chain"));
        return new CoseSignature(
                header,
                unprotected,
                Cbor.bytes(sign1.path(3)),
                fields.path("1").asInt(0),
                certificates(chain));
    }

    X509Certificate signer() {
        return chain.getFirst();
    }

    /** Returns the name as C2PA writes it, empty where the algorithm is not allowed. */
    String algorithmName() {
        return switch (algorithm) {
            case -7 -> "Es256";
            case -35 -> "Es384";
            case -36 -> "Es512";
            case -8 -> "Ed25519";
            case -37 -> "Ps256";
            case -38 -> "Ps384";
            case -39 -> "Ps512";
            default -> "";
        };
    }

    /** Says whether the signer's key made this signature over the claim. */
    boolean fits(Bytes claim) {
        try {
            Signature verifier = verifier();
            verifier.initVerify(signer().getPublicKey());
            verifier.update(structure("Signature1", claim.copy()));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns the structure that is signed (RFC 9052, 4.4). */
    byte[] structure(String context, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x84);
        out.write(0x60 | Math.min(context.length(), 23));
        out.writeBytes(context.getBytes(StandardCharsets.US_ASCII));
        Cbor.writeBytes(out, protectedHeader);
        Cbor.writeBytes(out, new byte[0]);
        Cbor.writeBytes(out, payload);
        return out.toByteArray();
    }

    /** Returns the RFC 3161 token with what it was made over, where one is attached. */
    Optional<StampedPart> stamp(Bytes claim) throws Damage {
        for (String name : List.of("sigTst2", "sigTst")) {
            JsonNode token = unprotected.path(name).path("tstTokens").path(0).path("val");
            if (token.isMissingNode()) continue;
            byte[] payload = claim.copy();
            if (name.equals("sigTst2")) {
                ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
                Cbor.writeBytes(wrapped, signature);
                payload = wrapped.toByteArray();
            }
            return Optional.of(
                    new StampedPart(Cbor.bytes(token), structure("CounterSignature", payload)));
        }
        return Optional.empty();
    }

    /** A time-stamp token beside the bytes it must have been made over. */
    record StampedPart(byte[] token, byte[] stamped) {}

    private Signature verifier() throws GeneralSecurityException {
        return switch (algorithm) {
            case -7 -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case -35 -> Signature.getInstance("SHA384withECDSAinP1363Format");
            case -36 -> Signature.getInstance("SHA512withECDSAinP1363Format");
            case -8 -> Signature.getInstance("Ed25519");
            case -37 -> pss(256);
            case -38 -> pss(384);
            case -39 -> pss(512);
            default -> throw new GeneralSecurityException("algorithm");
        };
    }

    private static Signature pss(int bits) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        String hash = "SHA-" + bits;
        signature.setParameter(
                new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1));
        return signature;
    }

    private static List<X509Certificate> certificates(JsonNode chain) throws Damage {
        List<X509Certificate> all = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            int count = chain.isArray() ? Math.min(chain.size(), MOST_CERTIFICATES) : 1;
            for (int i = 0; i < count; i++) {
                byte[] der = Cbor.bytes(chain.isArray() ? chain.path(i) : chain);
                all.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException e) {
            throw new Damage("unreadable certificate");
        }
        if (all.isEmpty()) throw new Damage("no certificate");
        return List.copyOf(all);
    }

    private static JsonNode first(JsonNode one, JsonNode other) {
        return one.isMissingNode() ? other : one;
    }
}
