/**
 * What a station can tell of itself when it is armed: program, system, disk and the state of its
 * clock. Begin with {@link packwitness.ledger.surroundings.Surroundings}. Only reads; what the
 * system does not tell is said to be unknown, never guessed.
 */
@NullMarked
package packwitness.ledger.surroundings;

import org.jspecify.annotations.NullMarked;
