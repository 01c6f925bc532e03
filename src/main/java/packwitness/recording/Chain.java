package packwitness.recording;

import packwitness.value.Sha256;

import java.nio.ByteBuffer;

/** The one rule of the fragment chain. */
final class Chain {
    private Chain() {}

    static Sha256 link(Sha256 before, long offset, long length, Sha256 bytes) {
        byte[] place = ByteBuffer.allocate(16).putLong(offset).putLong(length).array();
        return Sha256.of(before.bytes(), place, bytes.bytes());
    }
}
