/**
 * Says whether a received picture derives from one of ours, and where the two differ. Begin with
 * {@link packwitness.inspect.compare.PictureComparer}; {@link packwitness.inspect.compare.Overlay}
 * draws the result. A different photograph is never differenced; hostile bytes are a finding.
 */
@NullMarked
package packwitness.inspect.compare;

import org.jspecify.annotations.NullMarked;
