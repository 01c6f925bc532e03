package packwitness.shipment.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The records of some hundred parcels as they stand in one row of the index, by rising id: numbers,
 * times, and the texts of all of them behind each other, so that one pass looks through all.
 */
final class Page {
    private static final byte END = '\n';

    private final int size;
    private final ByteBuffer data;
    private final Region codes;
    private final Region texts;
    private final Region names;
    private final int titlesAt;

    private Page(byte[] body) {
        data = ByteBuffer.wrap(body);
        size = data.getInt(0);
        int at = 4 + size * 16;
        codes = new Region(at);
        texts = new Region(codes.end);
        names = new Region(texts.end);
        titlesAt = names.end;
    }

    static Page read(byte[] body) {
        return new Page(body);
    }

    static byte[] write(List<Card> cards) {
        byte[][] codes = new byte[cards.size()][];
        byte[][] texts = new byte[cards.size()][];
        byte[][] names = new byte[cards.size()][];
        int titles = 0;
        String between = String.valueOf(Folded.BETWEEN);
        for (int i = 0; i < codes.length; i++) {
            Card card = cards.get(i);
            codes[i] = bytes(String.join(between, card.codes()));
            texts[i] = bytes(String.join(between, card.texts()));
            names[i] = bytes(card.names());
            titles += card.titles().size();
        }
        int length =
                4
                        + codes.length * 16
                        + room(codes)
                        + room(texts)
                        + room(names)
                        + 4 * (codes.length + 1)
                        + 8 * titles;
        ByteBuffer body = ByteBuffer.allocate(length);
        body.putInt(codes.length);
        for (Card card : cards) body.putLong(card.id());
        for (Card card : cards) body.putLong(card.scanned());
        put(body, codes);
        put(body, texts);
        put(body, names);
        int at = 0;
        for (Card card : cards) {
            body.putInt(at);
            at += card.titles().size();
        }
        body.putInt(at);
        for (Card card : cards) for (long title : card.titles()) body.putLong(title);
        return body.array();
    }

    int size() {
        return size;
    }

    long id(int row) {
        return data.getLong(4 + row * 8);
    }

    long scanned(int row) {
        return data.getLong(4 + (size + row) * 8);
    }

    /** Returns the numbers of a parcel, a unit separator between them. */
    String codes(int row) {
        return codes.text(row);
    }

    String texts(int row) {
        return texts.text(row);
    }

    /** Returns station, packers, platforms and carriers, a line each. */
    List<String> names(int row) {
        return List.of(names.text(row).split("\n", -1));
    }

    List<Long> titles(int row) {
        int first = data.getInt(titlesAt + 4 * row);
        int end = data.getInt(titlesAt + 4 * (row + 1));
        List<Long> titles = new ArrayList<>(end - first);
        int at = titlesAt + 4 * (size + 1);
        for (int i = first; i < end; i++) titles.add(data.getLong(at + 8 * i));
        return titles;
    }

    /** Marks the parcels that hold the word in a number, where it may be one, or in a text. */
    BitSet holding(Word word) {
        BitSet rows = new BitSet(size);
        if (word.code()) codes.find(word.bytes(), rows);
        texts.find(word.bytes(), rows);
        if (!word.titles().isEmpty()) {
            int at = titlesAt + 4 * (size + 1);
            for (int row = 0; row < size; row++) {
                int end = data.getInt(titlesAt + 4 * (row + 1));
                for (int i = data.getInt(titlesAt + 4 * row); i < end; i++)
                    if (word.titles().get((int) data.getLong(at + 8 * i))) rows.set(row);
            }
        }
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int room(byte[][] texts) {
        int room = 4 * (texts.length + 1);
        for (byte[] text : texts) room += text.length + 1;
        return room;
    }

    private static void put(ByteBuffer body, byte[][] texts) {
        int at = 0;
        for (byte[] text : texts) {
            body.putInt(at);
            at += text.length + 1;
        }
        body.putInt(at);
        for (byte[] text : texts) body.put(text).put(END);
    }

    /** One kind of text of all parcels. */
    private final class Region {
        private final int offsets;
        private final int start;
        final int end;

        Region(int offsets) {
            this.offsets = offsets;
            this.start = offsets + 4 * (size + 1);
            this.end = start + data.getInt(offsets + 4 * size);
        }

        String text(int row) {
            int from = start + data.getInt(offsets + 4 * row);
            int to = start + data.getInt(offsets + 4 * (row + 1)) - 1;
            return new String(data.array(), from, to - from, StandardCharsets.UTF_8);
        }

        void find(byte[] word, BitSet rows) {
            byte[] body = data.array();
            byte first = word[0];
            int last = end - word.length;
            for (int at = start; at <= last; at++) {
                if (body[at] != first || !same(body, at, word)) continue;
                int row = rowAt(at - start);
                rows.set(row);
                at = start + data.getInt(offsets + 4 * (row + 1)) - 1;
            }
        }

        private static boolean same(byte[] body, int at, byte[] word) {
            for (int i = 1; i < word.length; i++) if (body[at + i] != word[i]) return false;
            return true;
        }

        private int rowAt(int at) {
            int low = 0;
            int high = size - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (data.getInt(offsets + 4 * middle) <= at) low = middle;
                else high = middle - 1;
            }
            return low;
        }
    }
}
