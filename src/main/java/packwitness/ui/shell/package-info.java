/**
 * The window around the screens: three workspaces, global keys, settings strip. Begin with {@link
 * packwitness.ui.shell.Desktop}.
 */
@NullMarked
package packwitness.ui.shell;

import org.jspecify.annotations.NullMarked;
