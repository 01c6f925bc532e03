/**
 * The desktop. A package a screen: ui.kit, then the screens, then ui.shell; never uses the
 * commands.
 */
@NullMarked
package packwitness.ui;

import org.jspecify.annotations.NullMarked;
