/**
 * The vault on disk: one SQLite file with one writer, and the evidence folder beside it. Begin with
 * {@link packwitness.storage.Vault}. Evidence is never overwritten; SQL of a feature stands in its
 * own room.
 */
@NullMarked
package packwitness.storage;

import org.jspecify.annotations.NullMarked;
