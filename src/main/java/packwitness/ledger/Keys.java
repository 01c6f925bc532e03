package packwitness.ledger;

import packwitness.storage.Transaction;
import packwitness.value.Sha256;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The public keys that the ledger itself names, and signatures made with them. */
final class Keys {
    private Keys() {}

    /** Returns the fingerprint in the last GENESIS or KEY row. */
    static Sha256 newest(Transaction tx) throws SQLException {
        List<Entry> keys = LedgerTable.keys(tx);
        if (keys.isEmpty()) return Sha256.ZERO;
        return new Sha256(keys.getLast().facts().getOrDefault("key", Sha256.ZERO.hex()));
    }

    /** Returns the DER key of a GENESIS or KEY row, if it fits the fingerprint beside it. */
    static Optional<byte[]> of(Entry entry) {
        try {
            byte[] spki = Base64.getDecoder().decode(entry.facts().getOrDefault("spki", ""));
            boolean fits = Sha256.of(spki).hex().equals(entry.facts().get("key"));
            return fits ? Optional.of(spki) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    static boolean signed(byte[] spki, byte[] bytes, byte[] signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException notOurs) {
            // Bytes that are no key or no signature have not signed this.
            return false;
        }
    }
}
