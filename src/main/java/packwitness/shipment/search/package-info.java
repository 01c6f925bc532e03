/**
 * Finding parcels by any part of what somebody knows of them. Begin with {@link
 * packwitness.shipment.search.Finder}. What it keeps is made out of other tables and can be made
 * again; it changes none of them.
 */
@NullMarked
package packwitness.shipment.search;

import org.jspecify.annotations.NullMarked;
