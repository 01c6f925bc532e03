package packwitness.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The boxes of a fragmented MP4 with nothing but noise for pictures: enough for everything that
 * counts frames and hashes pieces, and small enough to be made by the thousand.
 */
public final class TinyFilm {
    private static final int SCALE = 90_000;
    private static final int FULL_BOX = 4;

    private TinyFilm() {}

    /** Returns the head of the file. */
    public static byte[] head() {
        byte[] mdhd = box("mdhd", ByteBuffer.allocate(24).putInt(12, SCALE).array());
        byte[] trak = box("trak", box("mdia", mdhd));
        byte[] trex = box("trex", ByteBuffer.allocate(24).putInt(4, 1).array());
        return join(
                box("ftyp", "isom\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)),
                box("moov", trak, box("mvex", trex)));
    }

    /** Returns a fragment of one second with so many frames. */
    public static byte[] second(int frames, byte[] noise) {
        int flagDuration = 0x100;
        ByteBuffer run = ByteBuffer.allocate(2 * FULL_BOX + 4 * frames);
        run.putInt(flagDuration).putInt(frames);
        for (int i = 0; i < frames; i++) run.putInt(SCALE / frames);
        byte[] tfhd = box("tfhd", ByteBuffer.allocate(8).putInt(4, 1).array());
        return join(box("moof", box("traf", tfhd, box("trun", run.array()))), box("mdat", noise));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = join(parts);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
