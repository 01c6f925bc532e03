/**
 * The printed sheet of control codes and badges. Begin with {@link
 * packwitness.dossier.sheet.ControlSheet}. It proves nothing by itself and keeps nothing.
 */
@NullMarked
package packwitness.dossier.sheet;

import org.jspecify.annotations.NullMarked;
