package packwitness.dossier.draft;

import packwitness.dossier.paper.Addressee;
import packwitness.value.ClaimId;

import java.util.List;
import java.util.Optional;

/**
 * The sentences of a paper before it is fixed, in the order in which the paper says them.
 *
 * @param changes every change so far, the oldest first, those taken back as well
 */
public record Draft(
        ClaimId claim, Addressee addressee, List<Paragraph> paragraphs, List<Change> changes) {
    public Draft {
        paragraphs = List.copyOf(paragraphs);
        changes = List.copyOf(changes);
    }

    /** Returns the paragraph of this id, absent where the paper does not say it. */
    public Optional<Paragraph> paragraph(String id) {
        return paragraphs.stream().filter(paragraph -> paragraph.id().equals(id)).findFirst();
    }
}
