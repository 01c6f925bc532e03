package packwitness.inspect.container;

import java.io.ByteArrayOutputStream;

/** GIF: blocks; XMP lies bare in its application block behind a magic tail. */
final class GifWalker implements Walker {
    /** The tail that lets readers of sub-blocks find the end of bare XMP. */
    private static final int MAGIC_TAIL = 257;

    private static final int MOST_JOINED = 64 << 20;

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "GIF87a") || file.says(0, "GIF89a");
    }

    @Override
    public void walk(Findings found) throws Damage {
        Bytes file = found.file();
        found.container("GIF");
        found.section(file.part(0, 6).latin1(), 0, 6);
        found.size(file.le16(6), file.le16(8));
        found.section("LSD", 6, 7);
        int colours = colours(file.u8(10));
        if (colours > 0) found.section("GCT", 13, colours);
        int at = 13 + colours;
        while (true) {
            int kind = file.u8(at);
            if (kind == 0x3B) {
                found.section("3B", at, 1);
                if (at + 1 < file.length())
                    found.add(PieceKind.TRAILER, "gif-trailer", "", file.rest(at + 1));
                return;
            }
            at = kind == 0x21 ? extension(found, at) : picture(found, at, kind);
        }
    }

    private static int picture(Findings found, int at, int kind) throws Damage {
        if (kind != 0x2C) throw new Damage("unknown block");
        int data = at + 10 + colours(found.file().u8(at + 9)) + 1;
        int end = endOfBlocks(found.file(), data);
        found.section("2C", at, end - at);
        return end;
    }

    private static int extension(Findings found, int at) throws Damage {
        Bytes file = found.file();
        int label = file.u8(at + 1);
        int end = endOfBlocks(file, at + 2);
        boolean application = label == 0xFF && file.u8(at + 2) == 11;
        boolean store = application && file.says(at + 3, "C2PA_GIF");
        found.section(store ? "C2PA" : "21%02X".formatted(label), at, end - at);
        if (label == 0xFE) {
            found.add(PieceKind.TEXT, "gif-comment", "", join(file, at + 2));
        } else if (store) {
            found.add(PieceKind.MANIFEST, "gif-c2pa", "", join(file, at + 14));
            found.manifestExtent("21FF", at, end - at);
        } else if (application && file.says(at + 3, "XMP DataXMP")) {
            int tail = Math.max(at + 14, end - MAGIC_TAIL - 1);
            found.add(PieceKind.XMP, "gif-xmp", "", file.part(at + 14, tail - at - 14));
        } else if (application) {
            found.add(PieceKind.RAW, "gif-application", "", join(file, at + 2));
        }
        return end;
    }

    private static int endOfBlocks(Bytes file, int from) throws Damage {
        int at = from;
        while (true) {
            int length = file.u8(at);
            at += 1 + length;
            if (length == 0) return at;
        }
    }

    private static Bytes join(Bytes file, int from) throws Damage {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int length = file.u8(at);
            if (length == 0) return Bytes.of(joined.toByteArray());
            joined.writeBytes(file.part(at + 1, length).copy());
            if (joined.size() > MOST_JOINED) throw new Damage("joined block too large");
            at += 1 + length;
        }
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
