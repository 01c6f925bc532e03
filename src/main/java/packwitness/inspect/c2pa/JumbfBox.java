package packwitness.inspect.c2pa;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of a JUMBF store (ISO 19566-5).
 *
 * @param label of a superbox, empty otherwise
 * @param kind first four characters of the superbox type, such as {@code c2ma}, empty otherwise
 * @param body what follows size and type; the bytes that hashed URIs are made over
 */
record JumbfBox(String type, String label, String kind, Bytes body, List<JumbfBox> children) {
    private static final int DEEPEST = 16;
    private static final int MOST = 20_000;

    /** Reads all boxes of the store; any damage spoils the whole store. */
    static List<JumbfBox> read(Bytes store) throws Damage {
        return new Reader().boxes(store, 0);
    }

    Optional<JumbfBox> child(String wanted) {
        return children.stream().filter(box -> box.label.equals(wanted)).findFirst();
    }

    /** Returns the content box of the type, such as {@code cbor}. */
    Optional<JumbfBox> content(String wanted) {
        return children.stream().filter(box -> box.type.equals(wanted)).findFirst();
    }

    private static final class Reader {
        private int count;

        List<JumbfBox> boxes(Bytes all, int depth) throws Damage {
            if (depth > DEEPEST) throw new Damage("boxes too deep");
            List<JumbfBox> boxes = new ArrayList<>();
            long at = 0;
            // Old writers pad the store with a few zeros.
            while (at + 8 <= all.length() && all.u32(at + 4) != 0) {
                if (++count > MOST) throw new Damage("too many boxes");
                long size = all.u32(at);
                int header = 8;
                if (size == 1) {
                    size = all.u64(at + 8);
                    header = 16;
                }
                if (size == 0) size = all.length() - at;
                if (size < header) throw new Damage("impossible size");
                boxes.add(
                        box(
                                all.part(at + 4, 4).latin1(),
                                all.part(at + header, size - header),
                                depth));
                at += size;
            }
            return boxes;
        }

        private JumbfBox box(String type, Bytes body, int depth) throws Damage {
            if (!type.equals("jumb")) return new JumbfBox(type, "", "", body, List.of());
            List<JumbfBox> children = boxes(body, depth + 1);
            if (children.isEmpty() || !children.getFirst().type().equals("jumd"))
                throw new Damage("superbox without a description");
            Bytes description = children.getFirst().body();
            String label = "";
            if ((description.u8(16) & 2) != 0) {
                int end = description.find(0, 17);
                if (end < 0) throw new Damage("label without an end");
                label = description.part(17, end - 17L).text();
            }
            return new JumbfBox(type, label, description.part(0, 4).latin1(), body, children);
        }
    }
}
