package packwitness.inspect.container;

import java.util.ArrayList;
import java.util.List;

/** The meta box: keys with their list of values, and the items of HEIF pictures. */
final class BmffMeta {
    private static final int MOST_KEYS = 1_000;
    private static final int DEEPEST = 4;

    private BmffMeta() {}

    static void read(Findings found, Bytes body) throws Damage {
        // ISO writes version and flags before the boxes, QuickTime does not.
        boolean plain = body.says(4, "hdlr") || body.says(4, "keys") || body.says(4, "ilst");
        List<BmffBox> boxes = BmffBox.of(plain ? body : body.rest(4));
        List<String> keys = new ArrayList<>();
        for (BmffBox box : boxes) if (box.type().equals("keys")) keys.addAll(keys(box.body()));
        for (BmffBox box : boxes) {
            if (box.type().equals("ilst")) values(found, box.body(), keys);
            if (box.type().equals("xml "))
                found.add(PieceKind.XMP, "bmff-xml", "", box.body().rest(4));
            if (box.type().equals("iprp")) sizes(found, box.body(), 0);
        }
        HeifItems.read(found, boxes);
    }

    private static List<String> keys(Bytes body) throws Damage {
        List<String> keys = new ArrayList<>();
        long count = body.u32(4);
        long at = 8;
        for (long i = 0; i < count && i < MOST_KEYS; i++) {
            long length = body.u32(at);
            if (length < 8) throw new Damage("impossible size");
            keys.add(body.part(at + 8, length - 8).text());
            at += length;
        }
        return keys;
    }

    private static void values(Findings found, Bytes body, List<String> keys) throws Damage {
        for (BmffBox item : BmffBox.of(body)) {
            String name = name(item, keys);
            for (BmffBox data : BmffBox.of(item.body()))
                if (data.type().equals("data"))
                    found.add(PieceKind.TEXT, "bmff-keys", name, data.body().rest(8));
        }
    }

    private static String name(BmffBox item, List<String> keys) throws Damage {
        if (item.type().equals("----")) {
            for (BmffBox part : BmffBox.of(item.body()))
                if (part.type().equals("name")) return part.body().rest(4).text();
        }
        long index =
                Bytes.of(item.type().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).u32(0);
        if (index >= 1 && index <= keys.size()) return keys.get((int) index - 1);
        return item.type().replace("\u00A9", "(c)");
    }

    private static void sizes(Findings found, Bytes body, int depth) throws Damage {
        if (depth > DEEPEST) throw new Damage("boxes too deep");
        for (BmffBox box : BmffBox.of(body)) {
            if (box.type().equals("ipco")) sizes(found, box.body(), depth + 1);
            if (!box.type().equals("ispe")) continue;
            long wide = box.body().u32(4);
            long high = box.body().u32(8);
            // The tiles of a picture have sizes too; the whole is the largest.
            if (wide * high > found.area()) found.size(wide, high);
        }
    }
}
