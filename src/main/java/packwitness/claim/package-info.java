/**
 * Refund claims and what the buyer handed in. Begin with {@link packwitness.claim.ClaimBook}.
 * Pictures are kept as received, hashed before anything looks at them.
 */
@NullMarked
package packwitness.claim;

import org.jspecify.annotations.NullMarked;
