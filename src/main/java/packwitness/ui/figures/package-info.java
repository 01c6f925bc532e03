/**
 * The day at a glance: parcels, coverage, alarms, claims. Begin with {@link
 * packwitness.ui.figures.FiguresView}. It counts nothing itself.
 */
@NullMarked
package packwitness.ui.figures;

import org.jspecify.annotations.NullMarked;
