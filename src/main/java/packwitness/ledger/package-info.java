/**
 * The append-only log of all that happened, its checkpoints, keys, trusted time stamps, and the
 * checking of all of it. Begin with {@link packwitness.ledger.Ledger}. A row holds no personal
 * data, only salted hashes of it.
 */
@NullMarked
package packwitness.ledger;

import org.jspecify.annotations.NullMarked;
