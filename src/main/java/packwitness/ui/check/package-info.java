/**
 * The screen on which evidence is verified: what was handed over, dropped on the window or opened
 * by its file, with the checks C1 to C14 drawn. Begin with {@link packwitness.ui.check.CheckView}.
 * It only reads, and works without any vault.
 */
@NullMarked
package packwitness.ui.check;

import org.jspecify.annotations.NullMarked;
