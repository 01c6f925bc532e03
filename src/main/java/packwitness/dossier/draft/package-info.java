/**
 * The sentences of a paper in the owner's hands: what the template says, what the owner made of it,
 * and every change with who, when and why. Begin with {@link packwitness.dossier.draft.Draft}. It
 * warns of words that harm the case and never blocks or rewrites in silence.
 */
@NullMarked
package packwitness.dossier.draft;

import org.jspecify.annotations.NullMarked;
