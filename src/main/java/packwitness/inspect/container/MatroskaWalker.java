package packwitness.inspect.container;

/** Matroska and WebM: the tags, and the size of the first picture track. */
final class MatroskaWalker implements Walker {
    private static final int DEEPEST = 8;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_WORDS = 256 << 10;
    private static final long CLUSTER = 0x1F43B675L;

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "\u001A\u0045\u00DF\u00A3");
    }

    @Override
    public void walk(Findings found) throws Damage {
        found.container(found.file().head(64).find("webm", 0) > 0 ? "WEBM" : "MKV");
        new Walk(found).elements(found.file(), 0);
    }

    private static final class Walk {
        private final Findings found;
        private int count;
        private String tagName = "";
        private long width;

        Walk(Findings found) {
            this.found = found;
        }

        void elements(Bytes all, int depth) throws Damage {
            if (depth > DEEPEST) throw new Damage("elements too deep");
            long at = 0;
            while (at < all.length()) {
                if (++count > MOST_ELEMENTS) throw new Damage("too many parts");
                int idLength = vintLength(all.u8(at), 4);
                long id = number(all, at, idLength);
                at += idLength;
                int sizeLength = vintLength(all.u8(at), 8);
                long raw = number(all, at, sizeLength);
                long mask = (1L << 7 * sizeLength) - 1;
                at += sizeLength;
                long size = raw & mask;
                // A stream does not say how long a cluster is; what follows reads as if beside it.
                if (size == mask && id == CLUSTER) continue;
                // All bits set means unknown: up to the end of what holds it.
                Bytes body = size == mask ? all.rest(at) : all.part(at, size);
                element(id, body, depth);
                at += body.length();
            }
        }

        private void element(long id, Bytes body, int depth) throws Damage {
            switch ((int) id) {
                // Segment, Tags, Tag, SimpleTag, Tracks, TrackEntry, Video
                case 0x18538067, 0x1254C367, 0x7373, 0x67C8, 0x1654AE6B, 0xAE, 0xE0 ->
                        elements(body, depth + 1);
                case 0x45A3 -> tagName = body.text();
                case 0x4487, 0x4485 -> {
                    if (body.length() <= MOST_WORDS)
                        found.add(PieceKind.TEXT, "mkv-tag", tagName, body);
                }
                case 0xB0 -> width = number(body, 0, body.length());
                case 0xBA -> {
                    if (!found.hasSize()) found.size(width, number(body, 0, body.length()));
                }
                default -> {
                    // Frames, cues and the rest carry no words of this kind.
                }
            }
        }

        private static int vintLength(int first, int most) throws Damage {
            int length = Integer.numberOfLeadingZeros(first) - 23;
            if (length > most) throw new Damage("impossible size");
            return length;
        }

        private static long number(Bytes all, long at, int length) throws Damage {
            if (length < 0 || length > 8) throw new Damage("impossible size");
            long value = 0;
            for (int i = 0; i < length; i++) value = value << 8 | all.u8(at + i);
            return value;
        }
    }
}
