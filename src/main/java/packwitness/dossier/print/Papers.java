package packwitness.dossier.print;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.AiLabelLine;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parts each reader's paper has, in which order, and which exhibits it shows. */
final class Papers {
    private final Sheet sheet;
    private final Dossier dossier;
    private final Wording words;
    private final List<Part> parts = new ArrayList<>();

    /** The words on the annex and the signature at the end of a short paper. */
    private static final float BRIEF_END = ContentsPart.SIGNATURE + 30;

    private enum Head {
        /** A numbered heading in the flow. */
        NUMBERED,
        /** A page of its own form. */
        OWN_PAGE
    }

    private record Part(String title, String anchor, Head head, float room, Runnable body) {}

    private Papers(Sheet sheet, Dossier dossier, Wording words) {
        this.sheet = sheet;
        this.dossier = dossier;
        this.words = words;
    }

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        new Papers(sheet, dossier, words).write();
    }

    /** Returns the exhibits this reader is shown: others get no more than their subject. */
    static Set<ExhibitNo> shown(Dossier dossier) {
        return switch (dossier.cover().addressee()) {
            case PLATFORM, REGULATOR, POLICE, COURT ->
                    dossier.exhibits().stream().map(Exhibit::no).collect(Collectors.toSet());
            case AI_PROVIDER ->
                    dossier.buyerSide().labels().stream()
                            .map(AiLabelLine::picture)
                            .collect(Collectors.toSet());
            case BUYER, SHOP_RULES -> new HashSet<>();
        };
    }

    static List<Exhibit> shownExhibits(Dossier dossier) {
        Set<ExhibitNo> shown = shown(dossier);
        return dossier.exhibits().stream().filter(exhibit -> shown.contains(exhibit.no())).toList();
    }

    private void write() {
        switch (dossier.cover().addressee()) {
            case PLATFORM -> {
                ownPage("front", words.label("front.name"), () -> front());
                if (brief()) shortBody();
                else body(true);
            }
            case REGULATOR -> {
                ownPage("front", words.label("front.name"), () -> front());
                body(true);
            }
            case POLICE -> {
                ownPage("front", words.label("front.name"), () -> front());
                ownPage(
                        "report",
                        words.label("part.report"),
                        () -> PolicePart.report(sheet, dossier, words));
                numbered(
                        "data",
                        words.label("part.data"),
                        () -> PolicePart.data(sheet, dossier, words));
                body(true);
            }
            case COURT -> {
                ownPage(
                        "complaint",
                        words.label("part.complaint"),
                        () -> CourtPart.complaint(sheet, dossier, words));
                ownPage("front", words.label("title"), () -> front());
                body(true);
            }
            case AI_PROVIDER, BUYER -> LetterPart.write(sheet, dossier, words);
            case SHOP_RULES -> RulesPart.write(sheet, words);
        }
        print();
    }

    private void front() {
        FrontPage.write(sheet, dossier, words);
    }

    /** A clerk of a platform reads one page and leafs through two or three more. */
    private boolean brief() {
        return dossier.cover().addressee() == Addressee.PLATFORM
                && dossier.cover().scope() == Scope.PAPER;
    }

    private void shortBody() {
        numbered("facts", words.label("part.events"), () -> FactsPart.brief(sheet, dossier, words));
        if (!dossier.filming().stills().isEmpty())
            numbered(
                    "stills",
                    words.label("part.frames"),
                    () -> FilmPart.brief(sheet, dossier, words));
        if (!dossier.buyerSide().pictures().isEmpty())
            numbered(
                    "pictures",
                    words.label("part.pictures"),
                    190,
                    () -> PicturesPart.brief(sheet, dossier, words));
        numbered(
                "buyer",
                words.label("part.buyer"),
                () -> PicturesPart.forBuyer(sheet, dossier, words));
        numbered("law", words.label("part.basis"), () -> LawPart.brief(sheet, dossier, words));
        numbered(
                "checks",
                words.label("part.checked"),
                () -> ProofPart.brief(sheet, dossier, words));
        numbered("exhibits", words.label("exhibits"), () -> briefExhibits());
    }

    private void briefExhibits() {
        ContentsPart.places(sheet, shownExhibits(dossier), words, BRIEF_END);
        sheet.small(words.label("brief.annex"));
        ContentsPart.signature(sheet, words);
    }

    private void body(boolean asks) {
        numbered("exhibits", words.label("exhibits"), () -> exhibits());
        numbered("facts", words.label("part.facts"), () -> FactsPart.write(sheet, dossier, words));
        if (!dossier.filming().footage().isEmpty())
            numbered(
                    "stills",
                    words.label("part.stills"),
                    () -> FilmPart.write(sheet, dossier, words));
        if (!dossier.buyerSide().pictures().isEmpty())
            numbered(
                    "pictures",
                    words.label("part.pictures"),
                    () -> PicturesPart.write(sheet, dossier, words));
        numbered(
                "buyer",
                words.label("part.buyer"),
                () -> PicturesPart.forBuyer(sheet, dossier, words));
        if (dossier.cover().addressee() == Addressee.COURT)
            numbered(
                    "answers",
                    words.label("part.answers"),
                    () -> CourtPart.answers(sheet, dossier, words));
        numbered("law", words.label("part.law"), () -> LawPart.write(sheet, dossier, words));
        if (asks) numbered("ask", words.label("part.ask"), 300, () -> asks());
        numbered(
                "checks",
                words.label("part.checks"),
                () -> ProofPart.checks(sheet, dossier, words));
        numbered(
                "verify",
                words.label("part.verify"),
                () -> ProofPart.verify(sheet, dossier, words));
        numbered(
                "appendix",
                words.label("part.appendix"),
                () -> AppendixPart.write(sheet, dossier, words));
    }

    private void exhibits() {
        float tail = signsList() ? ContentsPart.SIGNATURE : 0;
        ContentsPart.exhibits(sheet, shownExhibits(dossier), words, tail);
        if (signsList()) ContentsPart.signature(sheet, words);
    }

    /** A court wants the list of evidence signed; elsewhere the requests are. */
    private boolean signsList() {
        return dossier.cover().addressee() == Addressee.COURT;
    }

    private void asks() {
        sheet.body(words.say("ask.intro"));
        float tail = signsList() ? 0 : ContentsPart.SIGNATURE;
        sheet.numbered(words.list("ask", FrontPage.variant(dossier)), tail);
        if (!signsList()) ContentsPart.signature(sheet, words);
    }

    private void ownPage(String anchor, String title, Runnable body) {
        parts.add(new Part(title, "part-" + anchor, Head.OWN_PAGE, 0, body));
    }

    private void numbered(String anchor, String title, Runnable body) {
        numbered(anchor, title, 0, body);
    }

    private void numbered(String anchor, String title, float room, Runnable body) {
        parts.add(new Part(title, "part-" + anchor, Head.NUMBERED, room, body));
    }

    private void print() {
        boolean contents = false;
        boolean first = true;
        for (Part part : parts) {
            words.enter(part.title());
            if (part.head() == Head.OWN_PAGE) {
                if (!first) sheet.newPage();
                sheet.ownPage(part.title(), part.anchor());
                part.body().run();
            } else {
                if (!contents) {
                    sheet.newPage();
                    if (!brief()) ContentsPart.contents(sheet, words, headings());
                    contents = true;
                }
                sheet.need(part.room());
                sheet.part(part.title(), part.anchor(), brief() ? 110 : 150);
                part.body().run();
            }
            first = false;
        }
    }

    private List<Sheet.Heading> headings() {
        List<Sheet.Heading> headings = new ArrayList<>();
        int number = 0;
        for (Part part : parts)
            headings.add(
                    new Sheet.Heading(
                            part.head() == Head.OWN_PAGE
                                    ? part.title()
                                    : sheet.numbered(number++, part.title()),
                            part.anchor()));
        return headings;
    }
}
