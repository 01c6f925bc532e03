/**
 * The packing desk and the index of what was shipped. Begin with {@link
 * packwitness.shipment.PackingDesk}. It never refuses to record a parcel.
 */
@NullMarked
package packwitness.shipment;

import org.jspecify.annotations.NullMarked;
