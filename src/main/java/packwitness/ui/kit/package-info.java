/**
 * What all screens share: theme, fonts, words, sounds, background work, the player. Begin with
 * {@link packwitness.ui.kit.Background} and {@link packwitness.ui.kit.Words}. Knows no screen.
 */
@NullMarked
package packwitness.ui.kit;

import org.jspecify.annotations.NullMarked;
