package packwitness.dossier.print;

import org.openpdf.text.Element;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.ReceivedPicture;

import java.util.List;
import java.util.Set;

/** A letter of one or two pages, with no more of the case than its reader needs. */
final class LetterPart {
    /** Closing words, name and date, which stand with the last paragraph. */
    private static final float SIGN_OFF = 84;

    private LetterPart() {}

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        Cover cover = dossier.cover();
        sheet.ownPage(words.label("part.letter"), "part-letter");
        sheet.line(
                words.label("title"), Style.TITLE.strong().sized(17), Element.ALIGN_CENTER, 8, 12);
        boolean unnamed = cover.addresseeName().isEmpty() && cover.addressee() != Addressee.BUYER;
        sheet.line(
                unnamed ? words.label("to.unnamed") + words.label("to.none") : words.label("to"),
                Style.STRONG,
                Element.ALIGN_LEFT,
                0,
                4);
        sheet.line(words.say("letter.greeting"), Style.BODY, Element.ALIGN_LEFT, 0, 2);
        if (cover.addressee() == Addressee.AI_PROVIDER && dossier.buyerSide().labels().isEmpty())
            throw new IllegalArgumentException("no label names an AI service");
        for (String sentence : words.list("letter", "all")) sheet.body(sentence);
        if (cover.addressee() == Addressee.AI_PROVIDER)
            PicturesPart.labels(sheet, dossier.buyerSide(), words);
        sheet.body(words.say("ask.intro"));
        sheet.numbered(words.list("ask", FrontPage.variant(dossier)));
        boolean rights = words.has("say.letter.rights");
        String close = words.label("letter.close");
        sheet.body(words.say("letter.due"), rights ? 0 : SIGN_OFF);
        if (rights) sheet.body(words.say("letter.rights"), SIGN_OFF);
        sheet.body(close);
        sheet.line(cover.merchant().name(), Style.STRONG, Element.ALIGN_RIGHT, 18, 2);
        sheet.line(words.label("sign.dateline"), Style.BODY, Element.ALIGN_RIGHT, 0, 8);
        if (cover.addressee() == Addressee.AI_PROVIDER) enclosures(sheet, dossier, words);
    }

    private static void enclosures(Sheet sheet, Dossier dossier, Wording words) {
        Set<ExhibitNo> shown = Papers.shown(dossier);
        sheet.newPage();
        sheet.chapter(words.label("exhibits"));
        List<Exhibit> exhibits = Papers.shownExhibits(dossier);
        ContentsPart.exhibits(sheet, exhibits, words, 0);
        for (ReceivedPicture picture : dossier.buyerSide().pictures())
            if (shown.contains(picture.exhibit())) PicturesPart.received(sheet, picture, words);
        AppendixPart.files(sheet, exhibits, words);
    }
}
