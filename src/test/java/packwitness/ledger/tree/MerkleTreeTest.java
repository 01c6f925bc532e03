package packwitness.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Sha256;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class MerkleTreeTest {
    private static final int BOUND = 100;

    private static byte[] leaf(long i) {
        return Sha256.of(new byte[1], Long.toString(i).getBytes()).bytes();
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) tree.append(leaf(i));
        return tree;
    }

    /** The definition of RFC 9162, 2.1.1, word for word. */
    private static byte[] root(int from, int to) {
        if (to == from) return Sha256.of(new byte[0]).bytes();
        if (to - from == 1) return leaf(from);
        int k = Integer.highestOneBit(to - from - 1);
        return Sha256.of(new byte[] {1}, root(from, from + k), root(from + k, to)).bytes();
    }

    @Test
    void rootIsThatOfTheDefinitionForEverySize() {
        MerkleTree tree = tree(BOUND);
        for (int n = 0; n <= BOUND; n++) assertArrayEquals(root(0, n), tree.root(n), "size " + n);
    }

    @Test
    void everyLeafIsProvenInEverySizeAndNowhereElse() {
        MerkleTree tree = tree(BOUND);
        for (int n = 1; n <= BOUND; n++) {
            byte[] root = tree.root(n);
            for (int i = 0; i < n; i++) {
                List<byte[]> proof = tree.inclusion(i, n);
                assertTrue(MerkleProof.includes(leaf(i), i, n, proof, root), i + " of " + n);
                assertFalse(MerkleProof.includes(leaf(i + 1000), i, n, proof, root));
                if (n > 1) assertFalse(MerkleProof.includes(leaf(i), (i + 1) % n, n, proof, root));
                assertFalse(MerkleProof.includes(leaf(i), n, n, proof, root));
            }
        }
    }

    @Test
    void everyPairOfSizesIsConsistentAndNoOtherRootIs() {
        MerkleTree tree = tree(BOUND);
        for (int n = 1; n <= BOUND; n++)
            for (int m = 1; m <= n; m++) {
                List<byte[]> proof = tree.consistency(m, n);
                assertTrue(MerkleProof.consistent(m, n, proof, tree.root(m), tree.root(n)));
                assertFalse(MerkleProof.consistent(m, n, proof, leaf(m), tree.root(n)));
                assertFalse(MerkleProof.consistent(m, n, proof, tree.root(m), leaf(n)));
            }
    }

    @Test
    void changedShortenedOrLengthenedProofFails() {
        MerkleTree tree = tree(BOUND);
        Random random = new Random(9162);
        for (int round = 0; round < 3000; round++) {
            int n = 2 + random.nextInt(BOUND - 1);
            int i = random.nextInt(n);
            List<byte[]> proof = new ArrayList<>(tree.inclusion(i, n));
            mutilate(proof, random);
            assertFalse(MerkleProof.includes(leaf(i), i, n, proof, tree.root(n)));
            int m = 1 + random.nextInt(n - 1);
            List<byte[]> grown = new ArrayList<>(tree.consistency(m, n));
            mutilate(grown, random);
            assertFalse(MerkleProof.consistent(m, n, grown, tree.root(m), tree.root(n)));
        }
    }

    private static void mutilate(List<byte[]> proof, Random random) {
        int at = random.nextInt(proof.size());
        switch (random.nextInt(3)) {
            case 0 -> proof.remove(at);
            case 1 -> proof.add(at, leaf(random.nextInt()));
            default -> {
                byte[] changed = Arrays.copyOf(proof.get(at), 32);
                changed[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
                proof.set(at, changed);
            }
        }
    }

    @Test
    void largeTreeAgreesWithItsProofsAcrossPages() {
        int size = 20_000;
        MerkleTree tree = tree(size);
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int n = 1 + random.nextInt(size);
            int i = random.nextInt(n);
            assertTrue(MerkleProof.includes(leaf(i), i, n, tree.inclusion(i, n), tree.root(n)));
        }
        assertEquals(size, tree.size());
    }
}
