/**
 * Walks picture and video files and hands out the pieces that can carry words: chunks, segments,
 * boxes, EXIF, XMP. Begin with {@link packwitness.inspect.container.FileWalker}. Every size and
 * depth is bounded, and damage is reported as data.
 */
@NullMarked
package packwitness.inspect.container;

import org.jspecify.annotations.NullMarked;
