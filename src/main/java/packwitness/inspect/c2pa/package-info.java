/**
 * Reads Content Credentials: is there a manifest, does it still fit the bytes, who signed, what
 * does it declare. Four separate answers, never one score.
 */
@NullMarked
package packwitness.inspect.c2pa;

import org.jspecify.annotations.NullMarked;
