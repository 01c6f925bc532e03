package packwitness.ledger.tree;

import packwitness.value.Sha256;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing RFC 9162 tree in memory, 64 bytes a leaf; used by one thread at a time. Hashes are 32
 * raw bytes; the leaf hash (with its zero byte) is the caller's.
 */
public final class MerkleTree {
    private final List<Level> levels = new ArrayList<>();
    private final Nodes nodes = new Nodes();

    public long size() {
        return levels.isEmpty() ? 0 : levels.getFirst().size();
    }

    /** Returns the leaf hash at this index. */
    public byte[] leaf(long index) {
        if (levels.isEmpty()) throw new IndexOutOfBoundsException("leaf " + index);
        return levels.getFirst().get(index);
    }

    public void append(byte[] leaf) {
        if (leaf.length != Nodes.LENGTH) throw new IllegalArgumentException("not 32 bytes");
        byte[] hash = leaf;
        for (int height = 0; ; height++) {
            if (levels.size() == height) levels.add(new Level());
            Level level = levels.get(height);
            level.add(hash);
            if (level.size() % 2 == 1) return;
            hash = level.parentOfLastTwo(nodes);
        }
    }

    /** Returns the root of the first {@code size} leaves; of none it is the hash of nothing. */
    public byte[] root(long size) {
        within(size, size());
        return size == 0 ? Sha256.of(new byte[0]).bytes() : subtree(0, size);
    }

    /** Returns the hashes from the leaf's neighbour up to below the root of that size. */
    public List<byte[]> inclusion(long index, long size) {
        within(size, size());
        if (index < 0 || index >= size) throw new IllegalArgumentException("index " + index);
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /**
     * Returns what shows that the root of {@code later} grew out of the root of {@code earlier}.
     */
    public List<byte[]> consistency(long earlier, long later) {
        within(later, size());
        within(earlier, later);
        List<byte[]> proof = new ArrayList<>();
        if (earlier > 0) shared(earlier, 0, later, true, proof);
        return proof;
    }

    private static void within(long size, long limit) {
        if (size < 0 || size > limit) throw new IllegalArgumentException("size " + size);
    }

    private byte[] subtree(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0)
            return levels.get(Long.numberOfTrailingZeros(count)).get(from / count);
        long split = from + Long.highestOneBit(count - 1);
        return nodes.parent(subtree(from, split), subtree(split, to));
    }

    private void path(long index, long from, long to, List<byte[]> into) {
        if (to - from == 1) return;
        long split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            path(index, from, split, into);
            into.add(subtree(split, to));
        } else {
            path(index, split, to, into);
            into.add(subtree(from, split));
        }
    }

    private void shared(long earlier, long from, long to, boolean whole, List<byte[]> into) {
        if (earlier == to) {
            if (!whole) into.add(subtree(from, to));
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (earlier <= split) {
            shared(earlier, from, split, whole, into);
            into.add(subtree(split, to));
        } else {
            shared(earlier, split, to, false, into);
            into.add(subtree(from, split));
        }
    }
}
