package packwitness.inspect.c2pa;

import org.brotli.dec.BrotliInputStream;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A manifest packed with Brotli, as C2PA 2 allows; unpacked up to a bound, and only once. */
final class PackedManifest {
    private static final int MOST = 8 << 20;

    private PackedManifest() {}

    /** Returns the manifest inside; it must bear the label of the box that packs it. */
    static JumbfBox unpacked(JumbfBox packed) throws Damage {
        Bytes content =
                packed.content("brob").orElseThrow(() -> new Damage("nothing packed")).body();
        // The content names the type of the box it packs; some writers leave the name out.
        Bytes stream = content.says(0, "jumb") ? content.rest(4) : content;
        byte[] plain = plain(stream);
        boolean whole = Bytes.of(plain).says(4, "jumb");
        List<JumbfBox> boxes = JumbfBox.read(Bytes.of(whole ? plain : boxed(plain)));
        if (boxes.size() != 1
                || !boxes.getFirst().label().equals(packed.label())
                || boxes.getFirst().kind().equals(packed.kind()))
            throw new Damage("no manifest inside");
        return boxes.getFirst();
    }

    private static byte[] boxed(byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put("jumb".getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    private static byte[] plain(Bytes stream) throws Damage {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BrotliInputStream in =
                new BrotliInputStream(new ByteArrayInputStream(stream.copy()))) {
            byte[] buffer = new byte[16_384];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > MOST) throw new Damage("unpacks to too much");
            }
        } catch (IOException | RuntimeException damaged) {
            // The decoder answers broken data with either.
            throw new Damage("packed manifest is damaged");
        }
        return out.toByteArray();
    }
}
