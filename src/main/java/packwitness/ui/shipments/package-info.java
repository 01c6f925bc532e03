/**
 * Finding a parcel and watching how it was packed. Begin with {@link
 * packwitness.ui.shipments.ShipmentsView}.
 */
@NullMarked
package packwitness.ui.shipments;

import org.jspecify.annotations.NullMarked;
