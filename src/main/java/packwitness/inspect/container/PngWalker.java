package packwitness.inspect.container;

import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/** PNG: chunks, their check sums, the three kinds of text, EXIF, and what follows the end. */
final class PngWalker implements Walker {
    private static final String XMP_KEY = "XML:com.adobe.xmp";

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "\u0089PNG\r\n\u001A\n");
    }

    @Override
    public void walk(Findings found) throws Damage {
        found.container("PNG");
        Bytes file = found.file();
        found.section("PNGh", 0, 8);
        long at = 8;
        while (at < file.length()) {
            long length = file.u32(at);
            String type = file.part(at + 4, 4).latin1();
            Bytes body = file.part(at + 8, length);
            boolean store = type.equals("caBX");
            found.section(store ? "C2PA" : type, at, length + 12);
            if (!type.equals("IDAT")) checkSum(found, at, length);
            try {
                chunk(found, type, body, at);
            } catch (Damage e) {
                found.damaged(type + " " + e.words());
            }
            at += length + 12;
            if (type.equals("IEND")) {
                if (at < file.length()) {
                    found.section("trailer", at, file.length() - at);
                    found.add(PieceKind.TRAILER, "png-trailer", "", file.rest(at));
                }
                return;
            }
        }
        throw new Damage("picture ends too early");
    }

    private static void checkSum(Findings found, long at, long length) throws Damage {
        CRC32 sum = new CRC32();
        sum.update(found.file().part(at + 4, length + 4).buffer());
        if (sum.getValue() != found.file().u32(at + 8 + length)) found.damaged("wrong check sum");
    }

    private static void chunk(Findings found, String type, Bytes body, long at) throws Damage {
        switch (type) {
            case "IHDR" -> found.size(body.u32(0), body.u32(4));
            case "tEXt" -> text(found, "png-text", key(body), body.rest(end(body) + 1));
            case "zTXt" ->
                    text(found, "png-ztxt", key(body), found.inflate(body.rest(end(body) + 2)));
            case "iTXt" -> international(found, body);
            case "eXIf" -> found.add(PieceKind.EXIF, "exif", "", body);
            case "caBX" -> {
                found.add(PieceKind.MANIFEST, "png-cabx", "", body);
                found.manifestExtent("caBX", at, body.length() + 12L);
            }
            case "IDAT", "IEND", "PLTE", "tRNS", "iCCP", "gAMA", "cHRM", "sRGB" -> {
                // Pixels and colours carry no words.
            }
            default -> found.add(PieceKind.RAW, "png-" + type, "", body);
        }
    }

    private static void international(Findings found, Bytes body) throws Damage {
        int end = end(body);
        boolean packed = body.u8(end + 1L) == 1;
        int language = body.find(0, end + 3);
        int translated = language < 0 ? -1 : body.find(0, language + 1);
        if (translated < 0) throw new Damage("text without an end");
        Bytes value = body.rest(translated + 1L);
        text(found, "png-itxt", key(body), packed ? found.inflate(value) : value);
    }

    private static void text(Findings found, String place, String key, Bytes value) throws Damage {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("raw profile type ")) {
            profile(found, place, lower.substring(17), value);
        } else {
            boolean xmp = key.equals(XMP_KEY);
            found.add(
                    xmp ? PieceKind.XMP : PieceKind.TEXT, xmp ? place + "-xmp" : place, key, value);
        }
    }

    /** ImageMagick writes profiles as hexadecimal digits behind two lines of head. */
    private static void profile(Findings found, String place, String kind, Bytes value)
            throws Damage {
        String[] lines = value.latin1().strip().split("\\s+", 3);
        if (lines.length < 3) throw new Damage("text profile without content");
        String digits = lines[2].replaceAll("\\s+", "");
        if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*+"))
            throw new Damage("text profile is no hexadecimal text");
        Bytes plain = Bytes.of(HexFormat.of().parseHex(digits));
        if (plain.says(0, "Exif\0")) {
            found.add(PieceKind.EXIF, "exif", "", plain.rest(6));
        } else if (kind.equals("xmp")) {
            found.add(PieceKind.XMP, place + "-profile-xmp", "", plain);
        } else {
            found.add(PieceKind.RAW, place + "-profile", kind, plain);
        }
    }

    private static String key(Bytes body) throws Damage {
        return body.part(0, end(body)).text();
    }

    private static int end(Bytes body) throws Damage {
        int end = body.find(0, 0);
        if (end < 1 || end > 79) throw new Damage("text without a key");
        return end;
    }
}
