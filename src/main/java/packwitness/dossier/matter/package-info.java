/**
 * Reads a claim with its parcel and assembles what its paper says. Begin with {@link
 * packwitness.dossier.matter.CaseAssembler}. Same material, same words; it prints nothing.
 */
@NullMarked
package packwitness.dossier.matter;

import org.jspecify.annotations.NullMarked;
