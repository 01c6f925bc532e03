/**
 * What is kept, what goes next, whether disk and index agree, and where the copies are. Begin with
 * {@link packwitness.ui.keep.KeepView}. Nothing goes before it was said in words.
 */
@NullMarked
package packwitness.ui.keep;

import org.jspecify.annotations.NullMarked;
