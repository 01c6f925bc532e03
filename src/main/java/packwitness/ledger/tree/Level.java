package packwitness.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The complete subtrees of one height, kept in pages so that growing copies nothing. */
final class Level {
    private static final int PAGE = 1 << 12;

    private final List<byte[]> pages = new ArrayList<>();
    private long size;

    long size() {
        return size;
    }

    void add(byte[] hash) {
        int at = (int) (size % PAGE);
        if (at == 0) pages.add(new byte[PAGE * Nodes.LENGTH]);
        System.arraycopy(hash, 0, pages.getLast(), at * Nodes.LENGTH, Nodes.LENGTH);
        size++;
    }

    /** Two neighbours lie side by side in a page, so their parent is hashed where they lie. */
    byte[] parentOfLastTwo(Nodes nodes) {
        int from = (int) ((size - 2) % PAGE) * Nodes.LENGTH;
        return nodes.parent(pages.getLast(), from);
    }

    byte[] get(long index) {
        if (index < 0 || index >= size) throw new IndexOutOfBoundsException("node " + index);
        int from = (int) (index % PAGE) * Nodes.LENGTH;
        return Arrays.copyOfRange(pages.get((int) (index / PAGE)), from, from + Nodes.LENGTH);
    }
}
