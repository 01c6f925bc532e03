/**
 * What is kept and for how long: retention in two steps, the comparison of disk and index, backup
 * and restore, and the erasing of a person's data. Begin with {@link packwitness.keep.Retention}.
 * Nothing that is on hold goes by any path, and every step is a row before it is done.
 */
@NullMarked
package packwitness.keep;

import org.jspecify.annotations.NullMarked;
