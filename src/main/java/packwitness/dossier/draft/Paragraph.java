package packwitness.dossier.draft;

import java.util.List;

/**
 * A sentence of a paper that its owner may change.
 *
 * @param id the same for every case, such as {@code front.sent}
 * @param part the heading under which the paper says it first
 * @param written the sentence of the template, filled from the case
 * @param text the sentence as it will be printed; empty where the owner struck it out
 * @param changed whether the owner's sentence stands in place of the template's
 * @param exhibits the exhibits it is tied to, as {@code 1-2}
 * @param cautions what the owner should think of before the paper is fixed
 */
public record Paragraph(
        String id,
        String part,
        String written,
        String text,
        boolean changed,
        List<String> exhibits,
        List<Caution> cautions) {
    public Paragraph {
        exhibits = List.copyOf(exhibits);
        cautions = List.copyOf(cautions);
    }
}
