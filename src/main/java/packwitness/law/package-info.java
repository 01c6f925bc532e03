/**
 * Provisions with their dates, and from the facts of a case to its qualification. Pure: no I/O but
 * the shipped data. Begin with {@link packwitness.law.Qualifier}. No threshold and no article
 * stands in the code.
 */
@NullMarked
package packwitness.law;

import org.jspecify.annotations.NullMarked;
