package packwitness.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 value, written as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) implements Comparable<Sha256> {
    public static final Sha256 ZERO = new Sha256("0".repeat(64));

    public Sha256 {
        if (!isHex(hex)) throw new IllegalArgumentException("not a SHA-256: " + hex);
    }

    /** Tells whether the text is 64 lower-case hexadecimal digits. */
    public static boolean isHex(String text) {
        if (text.length() != 64) return false;
        for (int i = 0; i < 64; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
        }
        return true;
    }

    /** Returns the hash of the parts, one after the other. */
    public static Sha256 of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) digest.update(part);
        return of(digest);
    }

    /** Finishes the digest, which is reset by it. */
    public static Sha256 of(MessageDigest digest) {
        return ofBytes(digest.digest());
    }

    /** Wraps 32 raw bytes. */
    public static Sha256 ofBytes(byte[] raw) {
        return new Sha256(HexFormat.of().formatHex(raw));
    }

    /** Returns a new JDK digest; the JDK's own is six times faster than BouncyCastle's. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Returns the first 16 digits, for the eye only. */
    public String brief() {
        return hex.substring(0, 16);
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
