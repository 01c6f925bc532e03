package packwitness.dossier.paper;

import packwitness.dossier.print.PaperText;

import java.util.List;
import java.util.Map;

/**
 * Everything a paper says, as plain values: no clock, no file, no other room is asked after this.
 * Any text may hold marks such as {@code 证据1-1}; they become links to the exhibit.
 *
 * @param wording sentences the owner changed, by the key of {@link PaperText}; empty where none
 * @throws IllegalArgumentException where a mark names no exhibit, or two exhibits share a number
 */
public record Dossier(
        Cover cover,
        CaseFacts facts,
        Filming filming,
        BuyerSide buyerSide,
        LegalView law,
        Proof proof,
        List<Exhibit> exhibits,
        List<Attachment> attachments,
        Map<String, String> wording) {
    public Dossier {
        exhibits = exhibits.stream().sorted((a, b) -> a.no().compareTo(b.no())).toList();
        attachments = List.copyOf(attachments);
        wording = Map.copyOf(wording);
    }

    /** Returns the same case for another reader, without the owner's changes of wording. */
    public Dossier forReader(Cover other) {
        return new Dossier(
                other, facts, filming, buyerSide, law, proof, exhibits, attachments, Map.of());
    }

    /** Returns the same paper with these sentences in place of the template's. */
    public Dossier withWording(Map<String, String> changes) {
        return new Dossier(
                cover, facts, filming, buyerSide, law, proof, exhibits, attachments, changes);
    }
}
