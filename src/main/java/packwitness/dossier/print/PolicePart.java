package packwitness.dossier.print;

import org.openpdf.text.Element;

import packwitness.dossier.paper.CaseFacts;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.DataFile;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.PartyFacts;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.Times;
import packwitness.dossier.paper.Yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The report to the police in its usual form, and the list of electronic data. */
final class PolicePart {
    /** To whom the report goes, and the signature, which stand with the last paragraph. */
    private static final float SIGN_OFF = 84;

    /** The table in which holder, officer and witness sign. */
    private static final float SIGNATURES = 110;

    private PolicePart() {}

    static void report(Sheet sheet, Dossier dossier, Wording words) {
        Cover cover = dossier.cover();
        sheet.line(words.label("report.form"), Style.TITLE.strong(), Element.ALIGN_CENTER, 0, 6);
        Ink ink = sheet.ink();
        Grid form = Grid.boxed(ink, 92, 386);
        form.pair(words.label("report.by"), party(cover.merchant(), words));
        form.pair(words.label("report.against"), party(cover.buyer(), words));
        form.pair(words.label("report.matter"), words.label("report.matter.text"));
        form.pair(words.label("report.sum"), sums(dossier, words));
        sheet.grid(form);
        sheet.line(words.label("report.course"), Style.CHAPTER, Element.ALIGN_LEFT, 4, 2);
        for (String sentence : course(dossier, words)) sheet.body(sentence);
        LawPart.losses(sheet, dossier.law(), words);
        LawPart.dueDates(sheet, dossier.law(), words);
        sheet.line(words.label("part.ask"), Style.CHAPTER, Element.ALIGN_LEFT, 6, 2);
        sheet.numbered(words.list("ask", FrontPage.variant(dossier)));
        sheet.body(words.label("report.true"), SIGN_OFF);
        sheet.line(words.label("report.goes"), Style.BODY, Element.ALIGN_LEFT, 2, 0);
        String to =
                cover.addresseeName().isEmpty() ? words.label("to.none") : cover.addresseeName();
        sheet.line(to, Style.STRONG, Element.ALIGN_LEFT, 0, 4);
        ContentsPart.signature(sheet, words);
    }

    private static List<String> course(Dossier dossier, Wording words) {
        List<String> course = new ArrayList<>();
        course.add(words.say("report.1"));
        if (!dossier.filming().footage().isEmpty()) course.add(words.say("report.2"));
        if (FrontPage.bestComparison(dossier).filter(PictureComparison::copy).isPresent())
            course.add(words.say("report.3.copy"));
        else if (!dossier.buyerSide().pictures().isEmpty()) course.add(words.say("report.3.plain"));
        if (!dossier.buyerSide().labels().isEmpty()) course.add(words.say("report.4"));
        course.add(words.say("report.5"));
        return course;
    }

    private static String sums(Dossier dossier, Wording words) {
        CaseFacts facts = dossier.facts();
        return words.named("facts.asked", words.label("yuan", "amount", facts.asked().yuan()))
                + words.label("and")
                + words.named(
                        "facts.refunded", words.label("yuan", "amount", facts.refunded().yuan()));
    }

    /** Returns what is known of a party, with blanks for what the form asks for besides. */
    static String party(PartyFacts party, Wording words) {
        String blank = words.label("blank");
        List<String> lines = new ArrayList<>();
        lines.add(or(party.name(), blank));
        if (!party.account().isEmpty())
            lines.add(words.named("complaint.account", party.account()));
        lines.add(words.named("party.id", or(party.idNumber(), blank)));
        lines.add(words.named("party.address", or(party.address(), blank)));
        if (!party.representative().isEmpty())
            lines.add(words.named("party.contact", party.representative()));
        lines.add(words.named("party.phone", or(party.phone(), blank)));
        return String.join("\n", lines);
    }

    static String or(String text, String blank) {
        return text.isEmpty() ? blank : text;
    }

    static void data(Sheet sheet, Dossier dossier, Wording words) {
        sheet.small(words.label("data.intro"));
        for (Yardstick yardstick : dossier.law().yardsticks().values())
            sheet.small(words.label("data.law", "text", yardstick.text()));
        Set<String> devices = new TreeSet<>();
        for (Exhibit exhibit : dossier.exhibits())
            exhibit.file().map(DataFile::device).ifPresent(devices::add);
        boolean same = devices.size() == 1 && !devices.contains("");
        if (same) sheet.small(words.label("data.device", "device", devices.iterator().next()));
        Ink ink = sheet.ink();
        Style text = Style.CELL.sized(7.9f);
        Grid grid =
                Grid.boxed(ink, 38, 96, 42, 52, 50, 100, 100)
                        .head(
                                words.label("data.no"),
                                words.label("data.name"),
                                words.label("data.kind"),
                                words.label("data.format"),
                                words.label("data.size"),
                                words.label("data.sum"),
                                words.label("data.how"));
        for (Exhibit exhibit : dossier.exhibits())
            exhibit.file().ifPresent(file -> row(grid, ink, words, text, exhibit, file, same));
        sheet.grid(grid, SIGNATURES);
        Grid sign = Grid.boxed(ink, 200, 278);
        for (String who : List.of("data.holder", "data.officer", "data.witness"))
            sign.pair(words.label(who), "\n" + words.label("sign.dateline"));
        sheet.grid(sign);
    }

    private static void row(
            Grid grid,
            Ink ink,
            Wording words,
            Style text,
            Exhibit exhibit,
            DataFile file,
            boolean deviceAbove) {
        List<String> how = new ArrayList<>();
        how.add(Times.stamp(file.fixedAt()));
        if (!file.place().isEmpty()) how.add(file.place());
        how.add(file.method());
        if (!deviceAbove && !file.device().isEmpty()) how.add(file.device());
        grid.row(
                ink.phrase(exhibit.no().mark(), text),
                ink.phrase(exhibit.name() + "\n" + file.path(), text.broken()),
                ink.phrase(file.category(), text),
                ink.phrase(file.format(), text),
                ink.phrase("%,d".formatted(file.bytes()), text.broken()),
                ink.phrase(file.sha256().hex(), Style.CODE.sized(7)),
                ink.phrase(String.join(words.label("and"), how), text));
    }
}
