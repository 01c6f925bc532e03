/**
 * Provisions with their dates, and from the facts of a case to its qualification. Pure: no I/O but
 * the shipped data, no clock. Begin with {@link packwitness.law.Qualifier}. No threshold, article
 * or date of law stands in the code: {@code catalogue.yaml} holds the provisions, {@code
 * thresholds.yaml} the amounts, {@code rules.yaml} what follows from which fact.
 */
@NullMarked
package packwitness.law;

import org.jspecify.annotations.NullMarked;
