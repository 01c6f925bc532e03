/**
 * First start: where the vault stands and which camera films, in three steps. Begin with {@link
 * packwitness.ui.start.StartView}.
 */
@NullMarked
package packwitness.ui.start;

import org.jspecify.annotations.NullMarked;
