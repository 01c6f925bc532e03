package packwitness.inspect.container;

/** RIFF: WebP pictures and AVI films. */
final class RiffWalker implements Walker {
    private static final int DEEPEST = 8;

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "RIFF") && (file.says(8, "WEBP") || file.says(8, "AVI "));
    }

    @Override
    public void walk(Findings found) throws Damage {
        Bytes file = found.file();
        boolean webp = file.says(8, "WEBP");
        found.container(webp ? "WEBP" : "AVI");
        found.section(file.part(8, 4).latin1(), 0, 12);
        long stated = 8 + file.le32(4);
        if (stated > file.length()) found.damaged("picture ends too early");
        int end = (int) Math.min(file.length(), Math.max(12, stated));
        if (end + (end & 1L) < file.length())
            found.add(PieceKind.TRAILER, webp ? "webp-trailer" : "avi-trailer", "", file.rest(end));
        chunks(found, file.part(12, end - 12L), webp ? "webp" : "avi", "", 0);
    }

    private static void chunks(Findings found, Bytes all, String place, String list, int depth)
            throws Damage {
        if (depth > DEEPEST) throw new Damage("lists too deep");
        long at = 0;
        while (at + 8 <= all.length()) {
            String type = all.part(at, 4).latin1();
            long length = all.le32(at + 4);
            Bytes body = all.part(at + 8, length);
            long whole = 8 + length + (length & 1);
            if (depth == 0) {
                String name = type.equals("C2PA") ? "C2PA" : type;
                found.section(name, all.start() + at, Math.min(whole, all.length() - at));
            }
            try {
                chunk(found, type, body, place, list, depth, all.start() + at);
            } catch (Damage e) {
                found.damaged(e.words());
            }
            at += whole;
        }
    }

    private static void chunk(
            Findings found,
            String type,
            Bytes body,
            String place,
            String list,
            int depth,
            long offset)
            throws Damage {
        switch (type) {
            case "LIST" -> {
                String kind = body.part(0, 4).latin1();
                // Frames of a film carry no words.
                if (!kind.equals("movi")) chunks(found, body.rest(4), place, kind, depth + 1);
            }
            case "VP8X" -> found.size(1 + u24(body, 4), 1 + u24(body, 7));
            case "VP8 " -> {
                if (!found.hasSize()) found.size(body.le16(6) & 0x3FFF, body.le16(8) & 0x3FFF);
            }
            case "VP8L" -> {
                long bits = body.le32(1);
                if (!found.hasSize()) found.size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
            }
            case "avih" -> found.size(body.le32(32), body.le32(36));
            case "EXIF" ->
                    found.add(
                            PieceKind.EXIF,
                            "exif",
                            "",
                            body.says(0, "Exif\0") ? body.rest(6) : body);
            case "XMP ", "_PMX" -> found.add(PieceKind.XMP, place + "-xmp", "", body);
            case "C2PA" -> {
                found.add(PieceKind.MANIFEST, place + "-c2pa", "", body);
                // The byte that fills up to an even length is no part of the chunk.
                found.manifestExtent("C2PA", offset, 8 + body.length());
            }
            case "ALPH", "ANIM", "ANMF", "ICCP", "idx1", "JUNK", "movi", "strf", "strh" -> {
                // Pixels, colours and indexes carry no words.
            }
            default -> {
                if (list.equals("INFO"))
                    found.add(PieceKind.TEXT, place + "-info", type, cutAtZero(body));
                else found.add(PieceKind.RAW, place + "-" + type.strip(), "", body);
            }
        }
    }

    private static Bytes cutAtZero(Bytes body) throws Damage {
        int end = body.find(0, 0);
        return end < 0 ? body : body.part(0, end);
    }

    private static long u24(Bytes body, int at) throws Damage {
        return body.le16(at) | (long) body.u8(at + 2) << 16;
    }
}
