/**
 * Refund claims by deadline, the buyer's pictures and the paper that answers. Begin with {@link
 * packwitness.ui.claims.ClaimsView}.
 */
@NullMarked
package packwitness.ui.claims;

import org.jspecify.annotations.NullMarked;
