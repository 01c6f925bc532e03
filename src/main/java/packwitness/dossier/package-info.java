/**
 * The paper for its reader: assembles a claim with all that is known of it and writes the PDF.
 * Begin with {@link packwitness.dossier.DossierMaker}. Every sentence is tied to an exhibit.
 */
@NullMarked
package packwitness.dossier;

import org.jspecify.annotations.NullMarked;
