package packwitness.shipment.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The records of some hundred parcels as they stand in one row of the index, by rising id: the
 * texts of all of them behind each other, so that one pass looks through all. What most questions
 * need stands in the front part: titles and names; then come the texts, and times and numbers,
 * which few need, in the back part.
 */
final class Page {
    private static final byte END = '\n';
    private static final int NAMES = 4;

    private final int size;
    private final ByteBuffer front;
    private final int titlesAt;
    private final int namesAt;
    private final Optional<Region> texts;
    private final Optional<Back> back;

    /** The three parts as they are kept. */
    record Parts(byte[] front, byte[] texts, byte[] back) {}

    private Page(byte[] body, Optional<byte[]> texts, Optional<byte[]> back) {
        front = ByteBuffer.wrap(body);
        size = front.getInt(0);
        titlesAt = 4 + size * 8;
        namesAt = titlesAt + 4 * (size + 1) + 4 * front.getInt(titlesAt + 4 * size);
        this.texts = texts.map(part -> new Region(ByteBuffer.wrap(part), 0, size));
        this.back = back.map(Back::new);
    }

    /** Reads a page of which only titles and names are asked. */
    static Page read(byte[] front) {
        return new Page(front, Optional.empty(), Optional.empty());
    }

    /** Reads a page of which nobody asks numbers or times. */
    static Page read(byte[] front, byte[] texts) {
        return new Page(front, Optional.of(texts), Optional.empty());
    }

    static Page read(byte[] front, byte[] texts, byte[] back) {
        return new Page(front, Optional.of(texts), Optional.of(back));
    }

    /** Times and numbers. */
    private static final class Back {
        private final ByteBuffer data;
        private final Region codes;

        Back(byte[] body) {
            data = ByteBuffer.wrap(body);
            int size = data.getInt(0);
            codes = new Region(data, 4 + size * 8, size);
        }
    }

    static Parts write(List<Card> cards) {
        return new Parts(front(cards), texts(cards), back(cards));
    }

    private static byte[] texts(List<Card> cards) {
        byte[][] texts = cards.stream().map(card -> joined(card.texts())).toArray(byte[][]::new);
        ByteBuffer body = ByteBuffer.allocate(room(texts));
        put(body, texts);
        return body.array();
    }

    private static byte[] front(List<Card> cards) {
        int size = cards.size();
        int titles = cards.stream().mapToInt(card -> card.titles().size()).sum();
        List<Map<String, Integer>> known = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) known.add(new LinkedHashMap<>());
        int[][] numbers = new int[NAMES][size];
        for (int row = 0; row < size; row++)
            for (int i = 0; i < NAMES; i++) {
                Map<String, Integer> names = known.get(i);
                numbers[i][row] =
                        names.computeIfAbsent(cards.get(row).names().get(i), name -> names.size());
            }
        byte[][][] lists = new byte[NAMES][][];
        int names = 0;
        for (int i = 0; i < NAMES; i++) {
            lists[i] =
                    known.get(i).keySet().stream()
                            .map(name -> name.getBytes(StandardCharsets.UTF_8))
                            .toArray(byte[][]::new);
            names += 4 + room(lists[i]) + 2 * size;
        }
        ByteBuffer body = ByteBuffer.allocate(4 + size * 8 + 4 * (size + 1) + 4 * titles + names);
        body.putInt(size);
        for (Card card : cards) body.putLong(card.id());
        int at = 0;
        for (Card card : cards) {
            body.putInt(at);
            at += card.titles().size();
        }
        body.putInt(at);
        for (Card card : cards) for (int title : card.titles()) body.putInt(title);
        for (int i = 0; i < NAMES; i++) {
            body.putInt(lists[i].length);
            put(body, lists[i]);
            for (int number : numbers[i]) body.putChar((char) number);
        }
        return body.array();
    }

    private static byte[] back(List<Card> cards) {
        byte[][] codes = new byte[cards.size()][];
        for (int i = 0; i < codes.length; i++) codes[i] = joined(cards.get(i).codes());
        ByteBuffer body = ByteBuffer.allocate(4 + codes.length * 8 + room(codes));
        body.putInt(codes.length);
        for (Card card : cards) body.putLong(card.scanned());
        put(body, codes);
        return body.array();
    }

    int size() {
        return size;
    }

    /** Returns how many bytes it takes in memory. */
    int bytes() {
        return front.capacity() + texts.map(part -> part.data.capacity()).orElse(0);
    }

    boolean hasTexts() {
        return texts.isPresent();
    }

    long id(int row) {
        return front.getLong(4 + row * 8);
    }

    /** Returns the texts of a parcel, a unit separator between them; of a page with texts. */
    String texts(int row) {
        return texts.orElseThrow().text(row);
    }

    /** Returns when the parcel was scanned last, in milliseconds; of a whole page. */
    long scanned(int row) {
        return back.orElseThrow().data.getLong(4 + row * 8);
    }

    /** Returns the numbers of a parcel, a unit separator between them; of a whole page. */
    String codes(int row) {
        return back.orElseThrow().codes.text(row);
    }

    /** Marks those of these parcels that hold the word in a number; of a whole page. */
    void codesHolding(Word word, BitSet among, BitSet rows) {
        back.orElseThrow().codes.find(word.bytes(), among, rows);
    }

    List<Integer> titles(int row) {
        List<Integer> titles = new ArrayList<>();
        int at = titlesAt + 4 * (size + 1);
        for (int i = front.getInt(titlesAt + 4 * row);
                i < front.getInt(titlesAt + 4 * (row + 1));
                i++) titles.add(front.getInt(at + 4 * i));
        return titles;
    }

    /** Marks those of these parcels that hold the word in a text; of a page with texts. */
    void textsHolding(Word word, BitSet among, BitSet rows) {
        texts.orElseThrow().find(word.bytes(), among, rows);
    }

    /** Marks those of these parcels with a title that holds the word. */
    void titlesHolding(Word word, BitSet among, BitSet rows) {
        int at = titlesAt + 4 * (size + 1);
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            int end = front.getInt(titlesAt + 4 * (row + 1));
            for (int i = front.getInt(titlesAt + 4 * row); i < end; i++)
                if (word.titles().has(front.getInt(at + 4 * i))) {
                    rows.set(row);
                    break;
                }
        }
    }

    /** Returns the row of a parcel; empty where it is not on the page. */
    OptionalInt row(long id) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = id(middle);
            if (there == id) return OptionalInt.of(middle);
            if (there < id) low = middle + 1;
            else high = middle - 1;
        }
        return OptionalInt.empty();
    }

    /**
     * Keeps the parcels whose names fit, one test for each of station, packers, platforms and
     * carriers; each list of names is asked once.
     */
    void keepNamed(List<Optional<Predicate<String>>> tests, BitSet rows) {
        int at = namesAt;
        for (Optional<Predicate<String>> test : tests) {
            int count = front.getInt(at);
            Region names = new Region(front, at + 4, count);
            test.ifPresent(fits -> keepNamed(names, fits, rows));
            at = names.end + 2 * size;
        }
    }

    private void keepNamed(Region names, Predicate<String> fits, BitSet rows) {
        BitSet fitting = new BitSet(names.size);
        for (int i = 0; i < names.size; i++) if (fits.test(names.text(i))) fitting.set(i);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1))
            if (!fitting.get(front.getChar(names.end + 2 * row))) rows.clear(row);
    }

    private static byte[] joined(List<String> values) {
        return String.join(String.valueOf(Folded.BETWEEN), values).getBytes(StandardCharsets.UTF_8);
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

    /** Texts behind each other, and where each begins. */
    private static final class Region {
        private final ByteBuffer data;
        private final int size;
        private final int offsets;
        private final int start;
        final int end;

        Region(ByteBuffer data, int offsets, int size) {
            this.data = data;
            this.size = size;
            this.offsets = offsets;
            this.start = offsets + 4 * (size + 1);
            this.end = start + data.getInt(offsets + 4 * size);
        }

        String text(int row) {
            int from = offset(row);
            int to = offset(row + 1) - 1;
            return new String(data.array(), from, to - from, StandardCharsets.UTF_8);
        }

        /** Looks through rows side by side in one pass. */
        void find(byte[] word, BitSet among, BitSet rows) {
            for (int from = among.nextSetBit(0); from >= 0; ) {
                int to = among.nextClearBit(from);
                find(word, offset(from), offset(to), rows);
                from = among.nextSetBit(to);
            }
        }

        private void find(byte[] word, int from, int to, BitSet rows) {
            byte[] body = data.array();
            byte first = word[0];
            int last = to - word.length;
            for (int at = from; at <= last; at++) {
                if (body[at] != first || !same(body, at, word)) continue;
                int row = rowAt(at - start);
                rows.set(row);
                at = offset(row + 1) - 1;
            }
        }

        private int offset(int row) {
            return start + data.getInt(offsets + 4 * row);
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
