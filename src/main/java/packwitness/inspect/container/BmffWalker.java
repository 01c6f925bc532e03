package packwitness.inspect.container;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** MP4, MOV, HEIC, AVIF, JPEG XL: boxes. */
final class BmffWalker implements Walker {
    private static final String XMP_UUID = userType("BE7ACFCB97A942E89C71999491E3AFAC");
    private static final String C2PA_UUID = userType("D8FEC3D61B0E483C92975828877EC481");
    private static final int MOST_WORDS = 256 << 10;
    private static final int DEEPEST = 8;
    private static final Map<String, String> BRANDS =
            Map.of(
                    "heic", "HEIC", "heix", "HEIC", "mif1", "HEIF", "avif", "AVIF", "avis", "AVIF",
                    "qt  ", "MOV", "jxl ", "JXL", "M4A ", "M4A", "hevc", "HEIC");

    @Override
    public boolean knows(Bytes file) {
        return file.says(4, "ftyp")
                || file.says(4, "JXL \r\n\u0087\n")
                || file.says(4, "moov")
                || file.says(4, "wide") && file.find("moov", 8) > 0;
    }

    @Override
    public void walk(Findings found) throws Damage {
        Bytes file = found.file();
        List<BmffBox> boxes = BmffBox.of(file);
        found.container(name(boxes));
        long end = 0;
        for (BmffBox box : boxes) {
            found.section(box.type(), box.offset(), box.length());
            end = box.offset() + box.length();
            try {
                box(found, box, 0);
            } catch (Damage e) {
                found.damaged(e.words());
            }
        }
        if (end < file.length()) {
            found.damaged("box beyond the end");
            found.add(PieceKind.TRAILER, "bmff-trailer", "", file.rest(end));
        }
    }

    private static String name(List<BmffBox> boxes) throws Damage {
        for (BmffBox box : boxes) {
            if (!box.type().equals("ftyp")) continue;
            String brand = box.body().head(4).latin1();
            if (brand.equals("mif1") || brand.equals("msf1"))
                for (int i = 8; i + 4 <= Math.min(box.body().length(), 200); i += 4) {
                    String other = BRANDS.getOrDefault(box.body().part(i, 4).latin1(), "HEIF");
                    if (!other.equals("HEIF")) return other;
                }
            return BRANDS.getOrDefault(brand, "MP4");
        }
        return "MOV";
    }

    private static void box(Findings found, BmffBox box, int depth) throws Damage {
        if (depth > DEEPEST) throw new Damage("boxes too deep");
        Bytes body = box.body();
        switch (box.type()) {
            case "moov", "trak", "mdia", "minf" -> children(found, body, depth);
            case "udta" -> userData(found, body, depth);
            case "meta" -> BmffMeta.read(found, body);
            case "tkhd" -> {
                int at = body.length() - 8;
                long wide = body.u16(at);
                long high = body.u16(at + 4L);
                if (wide * high > found.area()) found.size(wide, high);
            }
            case "uuid" -> uuid(found, box);
            case "XMP_" -> found.add(PieceKind.XMP, "bmff-udta-xmp", "", body);
            case "xml " -> found.add(PieceKind.XMP, "bmff-xml", "", body);
            case "Exif" -> found.add(PieceKind.EXIF, "exif", "", body.rest(4));
            case "ftyp", "mdat", "free", "skip", "wide", "stbl" -> {
                // Pixels, padding and tables carry no words.
            }
            default -> {
                if (depth > 0 && body.length() <= MOST_WORDS && !box.type().startsWith("st"))
                    found.add(PieceKind.RAW, "bmff-" + printable(box.type()), "", body);
            }
        }
    }

    private static void children(Findings found, Bytes body, int depth) throws Damage {
        for (BmffBox child : BmffBox.of(body)) box(found, child, depth + 1);
    }

    private static void userData(Findings found, Bytes body, int depth) throws Damage {
        for (BmffBox child : BmffBox.of(body)) {
            if (child.type().startsWith("\u00A9") && child.body().length() > 4) {
                found.add(
                        PieceKind.TEXT,
                        "bmff-udta",
                        "(c)" + printable(child.type()).substring(1),
                        child.body().rest(4));
            } else if (child.type().equals("AIGC")) {
                found.add(PieceKind.TEXT, "bmff-udta", "AIGC", child.body());
            } else {
                box(found, child, depth + 1);
            }
        }
    }

    private static void uuid(Findings found, BmffBox box) throws Damage {
        if (box.userType().equals(XMP_UUID)) {
            found.add(PieceKind.XMP, "bmff-uuid-xmp", "", box.body());
        } else if (box.userType().equals(C2PA_UUID)) {
            int end = box.body().find(0, 4);
            if (end < 0) throw new Damage("C2PA box without a purpose");
            String purpose = box.body().part(4, end - 4L).latin1();
            found.manifestExtent(purpose, box.offset(), box.length());
            if (purpose.equals("manifest")
                    || purpose.equals("original")
                    || purpose.equals("update"))
                found.add(PieceKind.MANIFEST, "bmff-uuid-c2pa", purpose, box.body().rest(end + 9L));
        } else if (box.body().length() <= MOST_WORDS) {
            found.add(PieceKind.RAW, "bmff-uuid", "", box.body());
        }
    }

    private static String userType(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z0-9 _-]", ".").strip();
    }
}
