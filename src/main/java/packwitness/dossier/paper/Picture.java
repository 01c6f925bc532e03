package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.util.Arrays;

/**
 * The bytes of a picture as they were received or cut: JPEG is taken over unrecoded, other formats
 * that the machine can decode are drawn from a copy, anything else is shown as a named empty frame.
 */
public final class Picture {
    private final byte[] bytes;

    private Picture(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps a copy of the bytes; they need not be a readable picture. */
    public static Picture of(byte[] bytes) {
        return new Picture(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Sha256 sha256() {
        return Sha256.of(bytes);
    }

    /** Returns the bytes themselves, for printers, who must not change them. */
    public byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && Arrays.equals(bytes, picture.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
