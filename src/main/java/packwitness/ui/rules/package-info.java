/**
 * What platforms take in and until when, in the owner's hands. Begin with {@link
 * packwitness.ui.rules.RulesView}. It never changes a rule by itself.
 */
@NullMarked
package packwitness.ui.rules;

import org.jspecify.annotations.NullMarked;
