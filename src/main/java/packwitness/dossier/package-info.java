/**
 * The paper for its reader: takes a claim with all that is known of it, its owner's changes of
 * wording, and makes the PDF and the bag. Begin with {@link packwitness.dossier.DossierMaker}.
 * Underneath, {@code matter} reads the case, {@code paper} holds what is said and {@code print}
 * prints it; no one of these uses this package.
 */
@NullMarked
package packwitness.dossier;

import org.jspecify.annotations.NullMarked;
