package packwitness.inspect.container;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the EXIF and XMP items of a HEIF picture through its item tables. */
final class HeifItems {
    private static final int MOST_ITEMS = 20_000;
    private static final int MOST_LENGTH = 16 << 20;

    private HeifItems() {}

    static void read(Findings found, List<BmffBox> boxes) throws Damage {
        Map<Long, String> kinds = new HashMap<>();
        Bytes inside = Bytes.of(new byte[0]);
        for (BmffBox box : boxes) {
            if (box.type().equals("iinf")) kinds(box.body(), kinds);
            if (box.type().equals("idat")) inside = box.body();
        }
        if (kinds.isEmpty()) return;
        for (BmffBox box : boxes)
            if (box.type().equals("iloc")) locations(found, box.body(), kinds, inside);
    }

    private static void kinds(Bytes body, Map<Long, String> kinds) throws Damage {
        Bytes entries = body.rest(body.u8(0) == 0 ? 6 : 8);
        for (BmffBox entry : BmffBox.of(entries)) {
            if (!entry.type().equals("infe") || kinds.size() > MOST_ITEMS) continue;
            int version = entry.body().u8(0);
            if (version < 2) continue;
            int wide = version == 2 ? 2 : 4;
            long id = version == 2 ? entry.body().u16(4) : entry.body().u32(4);
            String type = entry.body().part(4L + wide + 2, 4).latin1();
            if (type.equals("mime") && entry.body().find("application/rdf+xml", 0) > 0)
                type = "XMP";
            kinds.put(id, type);
        }
    }

    private static void locations(Findings found, Bytes body, Map<Long, String> kinds, Bytes inside)
            throws Damage {
        int version = body.u8(0);
        int sizes = body.u16(4);
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 15;
        int baseSize = sizes >> 4 & 15;
        int indexSize = version == 0 ? 0 : sizes & 15;
        long at = 6;
        long count = version < 2 ? body.u16(at) : body.u32(at);
        at += version < 2 ? 2 : 4;
        for (long i = 0; i < count && i < MOST_ITEMS; i++) {
            long id = version < 2 ? body.u16(at) : body.u32(at);
            at += version < 2 ? 2 : 4;
            int method = version == 0 ? 0 : body.u16(at) & 15;
            at += version == 0 ? 2 : 4;
            long base = number(body, at, baseSize);
            at += baseSize;
            int extents = body.u16(at);
            at += 2;
            String kind = kinds.getOrDefault(id, "");
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (int e = 0; e < extents; e++) {
                at += indexSize;
                long offset = base + number(body, at, offsetSize);
                long length = number(body, at + offsetSize, lengthSize);
                at += offsetSize + lengthSize;
                if (!kind.equals("Exif") && !kind.equals("XMP")) continue;
                if (joined.size() + length > MOST_LENGTH) throw new Damage("item too large");
                Bytes source = method == 0 ? found.file() : inside;
                joined.writeBytes(source.part(offset, length).copy());
            }
            add(found, kind, Bytes.of(joined.toByteArray()));
        }
    }

    private static void add(Findings found, String kind, Bytes item) throws Damage {
        if (item.length() < 5) return;
        if (kind.equals("XMP")) found.add(PieceKind.XMP, "bmff-item-xmp", "", item);
        // Four bytes say how far the TIFF header is away.
        if (kind.equals("Exif")) found.add(PieceKind.EXIF, "exif", "", item.rest(4 + item.u32(0)));
    }

    private static long number(Bytes body, long at, int size) throws Damage {
        return switch (size) {
            case 0 -> 0;
            case 4 -> body.u32(at);
            case 8 -> body.u64(at);
            default -> throw new Damage("impossible size");
        };
    }
}
