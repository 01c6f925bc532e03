/**
 * The Merkle tree of RFC 9162 over leaf hashes: roots, inclusion and consistency proofs and their
 * checking. Begin with {@link packwitness.ledger.tree.MerkleTree}. Pure; knows no rows.
 */
@NullMarked
package packwitness.ledger.tree;

import org.jspecify.annotations.NullMarked;
