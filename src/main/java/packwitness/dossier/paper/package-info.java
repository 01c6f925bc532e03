/**
 * What a paper says, as plain values and nothing else: no clock, no file, no other room. Begin with
 * {@link packwitness.dossier.paper.Dossier}. Both the reading of a case and the printing of its
 * paper meet here and only here.
 */
@NullMarked
package packwitness.dossier.paper;

import org.jspecify.annotations.NullMarked;
