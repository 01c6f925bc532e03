/**
 * Sets what a paper says as PDF/A-3b in the form of its reader and signs it. Begin with {@link
 * packwitness.dossier.print.DossierWriter}. It asks nothing of a case: only what the model says is
 * printed, and every sentence is tied to an exhibit.
 */
@NullMarked
package packwitness.dossier.print;

import org.jspecify.annotations.NullMarked;
