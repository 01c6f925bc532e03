/**
 * The packing desk: works with a scanner and a glance, never opens a dialog. Begin with {@link
 * packwitness.ui.desk.DeskView}.
 */
@NullMarked
package packwitness.ui.desk;

import org.jspecify.annotations.NullMarked;
