/**
 * Walks picture and video files and hands out the pieces that can carry words: chunks, segments,
 * boxes, EXIF, XMP. Every size and depth is bounded, and damage is reported as data.
 */
@NullMarked
package packwitness.inspect.container;

import org.jspecify.annotations.NullMarked;
