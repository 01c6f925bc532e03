/**
 * Immutable values that two or more rooms use: numbers of waybills and orders, money, hashes, ids.
 * Begin with {@link packwitness.value.Sha256} and {@link packwitness.value.Failure}. No I/O, no
 * clock.
 */
@NullMarked
package packwitness.value;

import org.jspecify.annotations.NullMarked;
