/**
 * Finds our listing pictures that a received one may derive from, among all of the shop. Begin with
 * {@link packwitness.inspect.listing.ListingIndex}. It only proposes; the comparison decides.
 */
@NullMarked
package packwitness.inspect.listing;

import org.jspecify.annotations.NullMarked;
