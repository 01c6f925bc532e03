package packwitness.inspect.container;

/** Flash video: the script tags with their AMF0 values. */
final class FlvWalker implements Walker {
    private static final int DEEPEST = 8;
    private static final int MOST_TAGS = 200_000;

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "FLV\u0001");
    }

    @Override
    public void walk(Findings found) throws Damage {
        found.container("FLV");
        Bytes file = found.file();
        long at = file.u32(5) + 4;
        for (int tags = 0; at + 11 <= file.length(); tags++) {
            if (tags > MOST_TAGS) throw new Damage("too many parts");
            long length = file.u16(at + 1) << 8 | file.u8(at + 3);
            Bytes body = file.part(at + 11, length);
            if (file.u8(at) == 18) new Script(found, body).run();
            at += 11 + length + 4;
        }
    }

    private static final class Script {
        private final Findings found;
        private final Bytes body;
        private long at;
        private double width;

        Script(Findings found, Bytes body) {
            this.found = found;
            this.body = body;
        }

        void run() throws Damage {
            while (at < body.length()) value("", 0);
        }

        private void value(String name, int depth) throws Damage {
            if (depth > DEEPEST) throw new Damage("values too deep");
            int type = body.u8(at++);
            switch (type) {
                case 0 -> number(name);
                case 1 -> at += 1;
                case 2 -> text(name, 2);
                case 3 -> members(depth);
                case 5, 6 -> {
                    // Null and undefined have no content.
                }
                case 8 -> {
                    at += 4;
                    members(depth);
                }
                case 10 -> {
                    long count = body.u32(at);
                    at += 4;
                    for (long i = 0; i < count; i++) value(name, depth + 1);
                }
                case 11 -> at += 10;
                case 12 -> text(name, 4);
                default -> throw new Damage("unknown script value");
            }
        }

        private void members(int depth) throws Damage {
            while (true) {
                int length = body.u16(at);
                String name = body.part(at + 2, length).text();
                at += 2 + length;
                if (length == 0 && body.u8(at) == 9) {
                    at++;
                    return;
                }
                value(name, depth + 1);
            }
        }

        private void number(String name) throws Damage {
            long bits = body.u32(at) << 32 | body.u32(at + 4);
            at += 8;
            double number = Double.longBitsToDouble(bits);
            if (name.equals("width")) width = number;
            if (name.equals("height") && number > 0) found.size((long) width, (long) number);
        }

        private void text(String name, int lengthBytes) throws Damage {
            long length = lengthBytes == 2 ? body.u16(at) : body.u32(at);
            Bytes text = body.part(at + lengthBytes, length);
            at += lengthBytes + length;
            if (!name.isEmpty()) found.add(PieceKind.TEXT, "flv-metadata", name, text);
        }
    }
}
