package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * All titles of goods in memory, folded; titles that came since are read before each question. Safe
 * for any thread.
 */
final class Titles {
    private static final int CHUNK = 512;

    /** Where more titles than these hold a word, parcels that have one are met on the way. */
    private static final int MANY = 1000;

    private final List<Chunk> chunks = new ArrayList<>();
    private long newest;
    private String newestText = "";

    /** Some hundred titles behind each other by rising id, and which pieces occur among them. */
    private record Chunk(String text, int[] ends, int[] ids, BitSet pieces) {
        boolean holds(int title, String word) {
            int at = Arrays.binarySearch(ids, title);
            if (at < 0) return false;
            int found = text.indexOf(word, at == 0 ? 0 : ends[at - 1], ends[at]);
            return found >= 0;
        }
    }

    /** Collects titles until they fill a chunk. */
    private static final class Draft {
        final StringBuilder text = new StringBuilder();
        final List<Integer> ends = new ArrayList<>();
        final List<Integer> ids = new ArrayList<>();

        void add(long id, String title) {
            text.append(Folded.of(title)).append('\n');
            ends.add(text.length());
            ids.add(Math.toIntExact(id));
        }

        Chunk chunk() {
            BitSet pieces = new BitSet(Grams.TEXT_BUCKETS);
            Grams.ofTitle(text, pieces);
            return new Chunk(
                    text.toString(),
                    ends.stream().mapToInt(i -> i).toArray(),
                    ids.stream().mapToInt(i -> i).toArray(),
                    pieces);
        }
    }

    /** Reads the titles that are not known yet; where ids were used again, all of them. */
    synchronized void refresh(Transaction tx) throws SQLException {
        Optional<String> last =
                tx.first("SELECT text FROM title WHERE id = ?", row -> row.text("text"), newest);
        if (newest > 0 && !last.equals(Optional.of(newestText))) {
            chunks.clear();
            newest = 0;
        }
        if (tx.first("SELECT 1 AS one FROM title WHERE id > ?", row -> 1, newest).isEmpty()) return;
        Draft[] draft = {new Draft()};
        if (!chunks.isEmpty() && chunks.getLast().ids().length < CHUNK) reopen(draft[0]);
        tx.each(
                "SELECT id, text FROM title WHERE id > ? ORDER BY id",
                row -> {
                    newest = row.number("id");
                    newestText = row.text("text");
                    draft[0].add(newest, newestText);
                    if (draft[0].ids.size() < CHUNK) return;
                    chunks.add(draft[0].chunk());
                    draft[0] = new Draft();
                },
                newest);
        if (!draft[0].ids.isEmpty()) chunks.add(draft[0].chunk());
    }

    private void reopen(Draft draft) {
        Chunk last = chunks.removeLast();
        draft.text.append(last.text());
        for (int end : last.ends()) draft.ends.add(end);
        for (int id : last.ids()) draft.ids.add(id);
    }

    /** Returns the titles that hold the folded word. */
    synchronized TitleSet holding(String word) {
        BitSet found = new BitSet();
        int count = 0;
        BitSet wanted = Grams.wantedOfTitle(word);
        for (Chunk chunk : chunks) {
            if (!all(wanted, chunk.pieces())) continue;
            int title = 0;
            int at = chunk.text().indexOf(word);
            while (at >= 0) {
                while (chunk.ends()[title] <= at) title++;
                found.set(chunk.ids()[title]);
                if (++count > MANY) return TitleSet.many(found, id -> holds(id, word));
                at = chunk.text().indexOf(word, chunk.ends()[title]);
            }
        }
        return TitleSet.all(found);
    }

    private synchronized boolean holds(int title, String word) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).ids()[0] <= title) low = middle;
            else high = middle - 1;
        }
        return !chunks.isEmpty() && chunks.get(low).holds(title, word);
    }

    private static boolean all(BitSet wanted, BitSet there) {
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1))
            if (!there.get(i)) return false;
        return true;
    }
}
