package packwitness.dossier;

import packwitness.dossier.draft.Caution;
import packwitness.dossier.draft.Cautions;
import packwitness.dossier.draft.Change;
import packwitness.dossier.draft.Draft;
import packwitness.dossier.draft.DraftBook;
import packwitness.dossier.draft.Paragraph;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DossierProblem;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.print.DossierWriter;
import packwitness.dossier.print.PaperText;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A paper before it is fixed, its case read once: for an editor that changes sentences and looks at
 * the pages. What others change in the case meanwhile is not seen. Safe for any thread.
 */
public final class OpenDraft {
    private static final String KEY = "say.";

    private final DraftBook book;
    private final ClaimId claim;
    private final Addressee addressee;
    private final Dossier dossier;
    private final List<Dossier> behind;
    private final Optional<Dossier> english;
    private final Cautions cautions = new Cautions();

    OpenDraft(DraftBook book, ClaimId claim, Addressee addressee, Dossier dossier) {
        this(book, claim, addressee, dossier, List.of(), Optional.empty());
    }

    /**
     * Opens a draft.
     *
     * @param behind papers that travel with this one and share its sentences
     * @param english its courtesy translation
     */
    OpenDraft(
            DraftBook book,
            ClaimId claim,
            Addressee addressee,
            Dossier dossier,
            List<Dossier> behind,
            Optional<Dossier> english) {
        this.book = book;
        this.claim = claim;
        this.addressee = addressee;
        this.dossier = dossier;
        this.behind = List.copyOf(behind);
        this.english = english;
    }

    /** Returns the sentences as they stand, and every change of them. */
    public Draft read() throws Failure {
        List<Change> changes = book.changes(claim, addressee);
        Map<String, Change> holding = DraftBook.holding(changes);
        SequencedMap<String, PaperText.Said> all = new LinkedHashMap<>();
        for (PaperText.Said said : PaperText.of(worded(dossier, changes)))
            all.put(said.key(), said);
        for (Dossier other : behind)
            for (PaperText.Said said : PaperText.of(worded(other, changes)))
                all.putIfAbsent(said.key(), said);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (PaperText.Said said : all.values())
            paragraphs.add(paragraph(said, Optional.ofNullable(holding.get(id(said)))));
        return new Draft(claim, addressee, paragraphs, changes);
    }

    /**
     * Puts the owner's sentence in place of what stands there and keeps the change; an empty text
     * strikes the sentence out. Marks such as {@code 证据1-1} become links; those that the template's
     * sentence has and this one has not are added again at its end.
     */
    public Draft change(String paragraph, String text, String reason, String who) throws Failure {
        return keep(paragraph, Optional.of(text.strip()), reason, who);
    }

    /** Puts the template's sentence back and keeps that as a change. */
    public Draft reset(String paragraph, String reason, String who) throws Failure {
        return keep(paragraph, Optional.empty(), reason, who);
    }

    /** Returns the pages as they would be printed now: a PDF without checks and signature. */
    public byte[] preview() throws Failure {
        return DossierWriter.preview(worded(dossier, book.changes(claim, addressee)));
    }

    /** Returns the pages of the courtesy translation, or of the paper where it has none. */
    public byte[] previewEnglish() throws Failure {
        return DossierWriter.preview(
                worded(english.orElse(dossier), book.changes(claim, addressee)));
    }

    private Draft keep(String id, Optional<String> text, String reason, String who) throws Failure {
        Draft before = read();
        Paragraph paragraph =
                before.paragraph(id)
                        .orElseThrow(() -> new Failure(DossierProblem.UNKNOWN_PARAGRAPH, id));
        if (text.isPresent()) refuseStrangers(id, text.get());
        boolean same =
                text.map(t -> t.equals(paragraph.text())).orElseGet(() -> !paragraph.changed());
        if (same) return before;
        book.keep(claim, addressee, paragraph, text, reason, who);
        return read();
    }

    /** A paper with such a mark would not be printed; better to say it now. */
    private void refuseStrangers(String id, String text) throws Failure {
        List<ExhibitNo> existing = dossier.exhibits().stream().map(e -> e.no()).toList();
        List<String> strangers =
                PaperText.named(text).stream()
                        .filter(no -> !existing.contains(no))
                        .map(ExhibitNo::toString)
                        .toList();
        if (!strangers.isEmpty())
            throw new Failure(DossierProblem.UNKNOWN_EXHIBIT, String.join("、", strangers), id);
    }

    private Paragraph paragraph(PaperText.Said said, Optional<Change> change) {
        List<Caution> found = new ArrayList<>();
        if (change.isPresent()) {
            found.addAll(cautions.of(said.text()));
            if (!said.added().isEmpty())
                found.add(new Caution(Caution.Kind.EXHIBIT_ADDED, text(said.added())));
            if (!change.get().base().equals(said.written()))
                found.add(new Caution(Caution.Kind.STALE, ""));
        }
        return new Paragraph(
                id(said),
                said.part(),
                said.written(),
                said.text(),
                change.isPresent(),
                said.exhibits().stream().map(ExhibitNo::toString).toList(),
                found);
    }

    private static String text(List<ExhibitNo> exhibits) {
        return exhibits.stream().map(ExhibitNo::toString).collect(Collectors.joining("、"));
    }

    private static String id(PaperText.Said said) {
        return said.key().substring(KEY.length());
    }

    /** Returns the paper with the changes that hold. */
    static Dossier worded(Dossier dossier, List<Change> changes) {
        Map<String, String> wording = new HashMap<>();
        DraftBook.holding(changes)
                .forEach((paragraph, change) ->
                        change.newText().ifPresent(text -> wording.put(KEY + paragraph, text)));
        return dossier.withWording(wording);
    }
}
