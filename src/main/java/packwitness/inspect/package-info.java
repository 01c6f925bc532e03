/**
 * What can honestly be said of a picture: labels, signatures, traces, and whether it derives from
 * one of ours. Begin with {@link packwitness.inspect.PictureInspector}. Never a verdict on a
 * person, never a percentage.
 */
@NullMarked
package packwitness.inspect;

import org.jspecify.annotations.NullMarked;
