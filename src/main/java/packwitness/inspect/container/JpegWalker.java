package packwitness.inspect.container;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** JPEG: segments, joined JUMBF boxes of APP11, joined extended XMP of APP1. */
final class JpegWalker implements Walker {
    private static final String EXIF = "Exif\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String XMP_MORE = "http://ns.adobe.com/xmp/extension/\0";
    private static final int MOST_JOINED = 64 << 20;

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "\u00FF\u00D8\u00FF");
    }

    @Override
    public void walk(Findings found) throws Damage {
        found.container("JPEG");
        new Walk(found).run();
    }

    private static final class Walk {
        private final Findings found;
        private final Bytes file;
        private final Map<Integer, TreeMap<Long, Bytes>> boxes = new LinkedHashMap<>();
        private final Map<String, TreeMap<Long, Bytes>> extended = new LinkedHashMap<>();

        Walk(Findings found) {
            this.found = found;
            this.file = found.file();
        }

        void run() throws Damage {
            try {
                segments();
            } finally {
                joinBoxes();
                joinExtended();
            }
        }

        private void segments() throws Damage {
            found.section("SOI", 0, 2);
            int at = 2;
            while (true) {
                if (at >= file.length()) throw new Damage("picture ends too early");
                int fill = at;
                while (file.u8(fill) == 0xFF && file.u8(fill + 1) == 0xFF) fill++;
                if (file.u8(fill) != 0xFF) throw new Damage("segment without a marker");
                int marker = file.u8(fill + 1);
                if (marker == 0xD9) {
                    found.section("EOI", at, fill + 2 - at);
                    trailer(fill + 2);
                    return;
                }
                int next =
                        marker >= 0xD0 && marker <= 0xD7 || marker == 0x01
                                ? fill + 2
                                : fill + 2 + file.u16(fill + 2);
                Bytes body = file.part(fill + 4, Math.max(0, next - fill - 4));
                if (marker == 0xDA) next = endOfScan(next);
                segment(marker, body, at, next - at);
                at = next;
            }
        }

        private int endOfScan(int at) {
            int i = at;
            while ((i = file.find(0xFF, i)) >= 0 && i + 1 < file.length()) {
                int after = file.says(i + 1, "\0") ? 0 : 1;
                if (after == 1 && !isRestart(i + 1)) return i;
                i++;
            }
            return file.length();
        }

        private boolean isRestart(int at) {
            try {
                int marker = file.u8(at);
                return marker >= 0xD0 && marker <= 0xD7;
            } catch (Damage e) {
                // Behind the last byte no restart can stand.
                return false;
            }
        }

        private void segment(int marker, Bytes body, long offset, long length) throws Damage {
            String name = name(marker);
            if (marker == 0xEB && body.says(0, "JP") && body.length() > 16) {
                found.section(jumbf(body, offset, length) ? "C2PA" : name, offset, length);
                return;
            }
            found.section(name, offset, length);
            if (isFrame(marker)) found.size(body.u16(3), body.u16(1));
            if (marker == 0xFE) found.add(PieceKind.TEXT, "jpeg-comment", "", body);
            if (marker < 0xE0 || marker > 0xEF) return;
            if (marker == 0xE1 && body.says(0, EXIF)) {
                found.add(PieceKind.EXIF, "exif", "", body.rest(6));
            } else if (marker == 0xE1 && body.says(0, XMP)) {
                found.add(PieceKind.XMP, "jpeg-app1-xmp", "", body.rest(XMP.length()));
            } else if (marker == 0xE1 && body.says(0, XMP_MORE)) {
                int at = XMP_MORE.length();
                extended.computeIfAbsent(body.part(at, 32).latin1(), k -> new TreeMap<>())
                        .put(body.u32(at + 36), body.rest(at + 40));
            } else {
                found.add(PieceKind.RAW, "jpeg-app" + (marker - 0xE0), "", body);
            }
        }

        /** Keeps a part of a JUMBF box and says whether it belongs to a C2PA store. */
        private boolean jumbf(Bytes body, long offset, long length) throws Damage {
            int instance = body.u16(2);
            long sequence = body.u32(4);
            TreeMap<Long, Bytes> parts = boxes.computeIfAbsent(instance, k -> new TreeMap<>());
            // Every continuation repeats the box header of 8 bytes.
            if (parts.putIfAbsent(sequence, body.rest(parts.isEmpty() ? 8 : 16)) != null)
                found.damaged("doubled JUMBF segment");
            Bytes first = parts.firstEntry().getValue();
            boolean c2pa = isStore(first);
            if (c2pa) found.manifestExtent("APP11", offset, length);
            return c2pa;
        }

        private static boolean isStore(Bytes box) {
            // The first drafts of the format wrote another type; they are unreadable, yet present.
            return box.says(4, "jumb")
                    && box.says(12, "jumd")
                    && (box.says(16, "c2pa") || box.says(16, "cacb"));
        }

        private void joinBoxes() throws Damage {
            for (TreeMap<Long, Bytes> parts : boxes.values()) {
                boolean store = isStore(parts.firstEntry().getValue());
                found.add(
                        store ? PieceKind.MANIFEST : PieceKind.RAW,
                        store ? "jpeg-app11" : "jpeg-app11-other",
                        "",
                        join(parts));
            }
        }

        private void joinExtended() throws Damage {
            for (TreeMap<Long, Bytes> parts : extended.values())
                found.add(PieceKind.XMP, "jpeg-app1-xmp-extended", "", join(parts));
        }

        private static Bytes join(TreeMap<Long, Bytes> parts) throws Damage {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (Bytes part : parts.values()) {
                joined.writeBytes(part.copy());
                if (joined.size() > MOST_JOINED) throw new Damage("joined box too large");
            }
            return Bytes.of(joined.toByteArray());
        }

        private void trailer(int at) throws Damage {
            if (at >= file.length()) return;
            found.section("trailer", at, file.length() - at);
            found.add(PieceKind.TRAILER, "jpeg-trailer", "", file.rest(at));
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xC0
                    && marker <= 0xCF
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC;
        }

        private static String name(int marker) {
            if (marker >= 0xE0 && marker <= 0xEF) return "APP" + (marker - 0xE0);
            if (isFrame(marker)) return "SOF" + (marker - 0xC0);
            if (marker >= 0xD0 && marker <= 0xD7) return "RST" + (marker - 0xD0);
            return switch (marker) {
                case 0xC4 -> "DHT";
                case 0xCC -> "DAC";
                case 0xDA -> "SOS";
                case 0xDB -> "DQT";
                case 0xDC -> "DNL";
                case 0xDD -> "DRI";
                case 0xDE -> "DHP";
                case 0xDF -> "EXP";
                case 0xFE -> "COM";
                default -> "%02X".formatted(marker);
            };
        }
    }
}
