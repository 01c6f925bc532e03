package packwitness.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks the proofs of RFC 9162, sections 2.1.3.2 and 2.1.4.2; any input is allowed. */
public final class MerkleProof {
    private MerkleProof() {}

    /** Tells whether the leaf stands at this index of the tree with this size and root. */
    public static boolean includes(
            byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) return false;
        Nodes nodes = new Nodes();
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] other : proof) {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last) {
                hash = nodes.parent(other, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodes.parent(hash, other);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Tells whether the later tree begins with the whole of the earlier one. */
    public static boolean consistent(
            long earlier, long later, List<byte[]> proof, byte[] earlierRoot, byte[] laterRoot) {
        if (earlier <= 0 || earlier > later) return false;
        if (earlier == later) return proof.isEmpty() && Arrays.equals(earlierRoot, laterRoot);
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(earlier) == 1) path.addFirst(earlierRoot);
        if (path.isEmpty()) return false;
        Nodes nodes = new Nodes();
        long place = earlier - 1;
        long last = later - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] first = path.getFirst();
        byte[] second = path.getFirst();
        for (byte[] other : path.subList(1, path.size())) {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last) {
                first = nodes.parent(other, first);
                second = nodes.parent(other, second);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                second = nodes.parent(second, other);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(first, earlierRoot) && Arrays.equals(second, laterRoot);
    }
}
