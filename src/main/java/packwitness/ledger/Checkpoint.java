package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What the ledger was at one moment, signed by the device key.
 *
 * @param size number of rows it covers
 * @param root RFC 9162 root of these rows
 * @param at device clock when it was signed; not part of the signed text
 * @param signature ECDSA over {@link #note()}, DER
 * @param key SHA-256 of the signing key's SubjectPublicKeyInfo
 */
public record Checkpoint(
        String origin, long size, Sha256 root, Instant at, byte[] signature, Sha256 key) {
    // Crockford's digits: no I, L, O, U, which are misread on a screen three metres away.
    public Checkpoint {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    Checkpoint signedWith(byte[] made) {
        return new Checkpoint(origin, size, root, at, made, key);
    }

    /** Returns the signed bytes: three lines of the C2SP tlog-checkpoint text. */
    public byte[] note() {
        String text =
                origin
                        + "\n"
                        + size
                        + "\n"
                        + Base64.getEncoder().encodeToString(root.bytes())
                        + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the eight characters shown on the screen and in the picture. */
    public String code() {
        return new Note(origin, size, root).code();
    }
}
