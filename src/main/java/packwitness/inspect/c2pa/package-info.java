/**
 * Reads Content Credentials: is there a manifest, does it still fit the bytes, who signed, what
 * does it declare. Begin with {@link packwitness.inspect.c2pa.C2paReader}. Four separate answers,
 * never one score.
 */
@NullMarked
package packwitness.inspect.c2pa;

import org.jspecify.annotations.NullMarked;
