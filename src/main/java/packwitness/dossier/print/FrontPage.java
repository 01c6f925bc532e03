package packwitness.dossier.print;

import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Footage;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.Still;
import packwitness.dossier.paper.StillRole;
import packwitness.dossier.paper.TimeBracket;
import packwitness.dossier.paper.Times;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page that alone wins or loses, read in 30 seconds: what is asked, what was sent, when, what
 * the buyer says, why it does not fit, how to check. Pictures give way, then letters, until it is
 * one page.
 */
final class FrontPage {
    private static final float NAME = 58;
    private static final float CONTENT = Sheet.WIDTH - NAME;
    private static final int LONGEST_QUOTE = 90;
    private static final int MOST_REASONS = 3;
    private static final float[] SIZES = {9.3f, 8.7f, 8.1f};

    private final Sheet sheet;
    private final Dossier dossier;
    private final Wording words;
    private final Ink ink;
    private Style size = Style.CELL.sized(SIZES[0]);

    private FrontPage(Sheet sheet, Dossier dossier, Wording words) {
        this.sheet = sheet;
        this.dossier = dossier;
        this.words = words;
        ink = sheet.ink();
    }

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        new FrontPage(sheet, dossier, words).write();
    }

    private void write() {
        head();
        PdfPTable table = rows(1);
        for (float points : SIZES) {
            size = Style.CELL.sized(points);
            for (int percent = 100; percent >= 40 && tooHigh(table); percent -= 5)
                table = rows(percent / 100f);
        }
        sheet.add(table);
    }

    private boolean tooHigh(PdfPTable table) {
        return table.getTotalHeight() > sheet.room() - 8;
    }

    private void head() {
        Cover cover = dossier.cover();
        PdfPTable brow = new PdfPTable(new float[] {3, 2});
        brow.setWidthPercentage(100);
        brow.addCell(bare(ink.phrase(words.label("paper"), Style.HEAD), Element.ALIGN_LEFT));
        brow.addCell(
                bare(
                        ink.phrase(
                                words.label("front.number", "case", dossier.facts().caseNo()),
                                Style.CELL),
                        Element.ALIGN_RIGHT));
        sheet.add(brow);
        sheet.line(words.label("title"), Style.TITLE.strong().sized(17), Element.ALIGN_LEFT, 2, 3);
        String to = ContentsPart.to(dossier, words);
        sheet.line(
                to + "　　" + words.label("from") + "　　" + words.times().day(cover.madeAt()),
                Style.CELL,
                Element.ALIGN_LEFT,
                0,
                4);
        String lead = words.say("lead." + variant(dossier));
        if (!lead.isEmpty()) sheet.barred(ink.phrase(lead, Style.STRONG.sized(11.5f)));
    }

    /** Returns which variant of a sentence fits: money already gone, or not yet. */
    static String variant(Dossier dossier) {
        return dossier.facts().refunded().amount() > 0 ? "automatic" : "pending";
    }

    private PdfPTable rows(float share) {
        PdfPTable table = new PdfPTable(new float[] {NAME, CONTENT});
        table.setTotalWidth(Sheet.WIDTH);
        table.setLockedWidth(true);
        sent(table, share);
        when(table);
        says(table, share);
        basis(table);
        asks(table);
        check(table);
        return table;
    }

    private void sent(PdfPTable table, float share) {
        if (dossier.filming().footage().isEmpty()) return;
        PdfPCell cell = row(table, "front.sent");
        text(cell, dossier.facts().goods());
        text(cell, words.say(sent(dossier)));
        List<Still> shown = threeStills(dossier.filming().stills());
        if (!shown.isEmpty()) cell.addElement(stills(shown, share));
        table.addCell(cell);
    }

    /** Returns the key of the sentence about the recording. */
    static String sent(Dossier dossier) {
        boolean gaps =
                dossier.filming().footage().stream()
                        .anyMatch(f -> !f.gaps().isEmpty() || f.dropped() > 0);
        return gaps ? "front.sent.gaps" : "front.sent";
    }

    /** Returns one still of each role that the front page wants, then any others, up to three. */
    static List<Still> threeStills(List<Still> stills) {
        List<Still> chosen = new ArrayList<>();
        for (StillRole role : StillRole.values())
            stills.stream()
                    .filter(still -> still.role() == role)
                    .findFirst()
                    .ifPresent(chosen::add);
        stills.stream().filter(still -> !chosen.contains(still)).forEach(chosen::add);
        return chosen.stream()
                .limit(3)
                .sorted(Comparator.comparing(Still::takenAt).thenComparing(Still::exhibit))
                .toList();
    }

    private PdfPTable stills(List<Still> shown, float share) {
        float width = (CONTENT - 3 * 8) / 3;
        PdfPTable table = new PdfPTable(3);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        for (Still still : shown) {
            Image image = sheet.picture(still.picture(), width, 80 * Math.min(1, share * 1.25f));
            Phrase caption =
                    ink.phrase(
                            "%s　%s　%s"
                                    .formatted(
                                            words.label("role." + still.role()),
                                            Times.clock(still.takenAt()),
                                            still.exhibit().mark()),
                            Style.SMALL);
            table.addCell(Grid.stack(image, caption));
        }
        for (int i = shown.size(); i < 3; i++) table.addCell(bare(new Phrase(), 0));
        return table;
    }

    private void when(PdfPTable table) {
        if (dossier.filming().footage().isEmpty()) return;
        PdfPCell cell = row(table, "front.when");
        text(cell, words.say(when(dossier)));
        Image line = TimelineDrawing.draw(sheet, dossier.filming(), words, CONTENT - 6);
        line.setSpacingBefore(3);
        cell.addElement(line);
        table.addCell(cell);
    }

    /** Returns the key of the sentence about the time of the first recording. */
    static String when(Dossier dossier) {
        TimeBracket bracket = dossier.filming().footage().getFirst().bracket();
        boolean both = bracket.notBefore().isPresent() && bracket.notAfter().isPresent();
        if (both) return "front.when.both";
        return Places.bounded(bracket) ? "front.when.one" : "front.when.none";
    }

    private void says(PdfPTable table, float share) {
        PdfPCell cell = row(table, "front.says");
        text(cell, words.say("front.says"));
        String quote = dossier.facts().buyerWords();
        if (!quote.isEmpty()) text(cell, words.label("quoted", "text", shortened(quote)));
        table.addCell(cell);
        PdfPCell why = row(table, "front.why");
        Optional<PictureComparison> comparison = bestComparison(dossier);
        reasons(dossier, words, "front").forEach(reason -> text(why, reason));
        if (comparison.isPresent()) why.addElement(pair(comparison.get(), share));
        else if (!dossier.buyerSide().pictures().isEmpty()) why.addElement(received(share));
        table.addCell(why);
    }

    /** Returns the strongest comparison. */
    static Optional<PictureComparison> bestComparison(Dossier dossier) {
        return dossier.buyerSide().comparisons().stream()
                .sorted((a, b) -> Boolean.compare(b.copy(), a.copy()))
                .findFirst();
    }

    /**
     * Returns why the claim does not fit, as far as it was shown; form is the prefix of the
     * sentences.
     */
    static List<String> reasons(Dossier dossier, Wording words, String form) {
        List<String> reasons = new ArrayList<>();
        bestComparison(dossier)
                .ifPresent(
                        shown -> reasons.add(words.say(form + (shown.copy() ? ".copy" : ".side"))));
        if (!dossier.buyerSide().labels().isEmpty()) reasons.add(words.say(form + ".label"));
        if (reasons.isEmpty())
            reasons.add(
                    words.say(
                            dossier.filming().footage().isEmpty()
                                    ? form + ".plain.none"
                                    : form + ".plain"));
        return reasons;
    }

    private PdfPTable pair(PictureComparison comparison, float share) {
        float width = (CONTENT - 2 * 8) / 2;
        PdfPTable table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        String theirs = comparison.copy() ? "comparison.theirs" : "comparison.theirs.side";
        table.addCell(
                Grid.stack(
                        sheet.picture(comparison.oursPicture(), width, 170 * share),
                        ink.phrase(
                                comparison.oursName() + "　" + comparison.ours().mark(),
                                Style.SMALL)));
        table.addCell(
                Grid.stack(
                        sheet.picture(comparison.overlay(), width, 170 * share),
                        ink.phrase(
                                words.label(theirs) + "　" + comparison.theirs().mark(),
                                Style.SMALL)));
        return table;
    }

    private PdfPTable received(float share) {
        PdfPTable table = new PdfPTable(3);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        List<ReceivedPicture> shown = dossier.buyerSide().pictures().stream().limit(3).toList();
        for (ReceivedPicture picture : shown)
            table.addCell(
                    Grid.stack(
                            sheet.picture(picture.picture(), (CONTENT - 24) / 3, 130 * share),
                            ink.phrase(
                                    picture.name() + "　" + picture.exhibit().mark(), Style.SMALL)));
        for (int i = shown.size(); i < 3; i++) table.addCell(bare(new Phrase(), 0));
        return table;
    }

    /** The rules that oblige this reader, at once: other readers find them in the part on law. */
    private void basis(PdfPTable table) {
        List<String> reasons = dossier.law().reasons();
        if (dossier.cover().addressee() != Addressee.PLATFORM || reasons.isEmpty()) return;
        PdfPCell cell = row(table, "front.basis");
        reasons.stream().limit(MOST_REASONS).forEach(reason -> text(cell, reason));
        table.addCell(cell);
    }

    private void asks(PdfPTable table) {
        PdfPCell cell = row(table, "front.asks");
        List<String> asks = words.list("ask", variant(dossier));
        for (int i = 0; i < asks.size(); i++) text(cell, (i + 1) + ". " + asks.get(i));
        table.addCell(cell);
    }

    private void check(PdfPTable table) {
        PdfPCell cell = row(table, "front.check");
        if (!dossier.filming().footage().isEmpty()) {
            Footage first = dossier.filming().footage().getFirst();
            add(cell, ink.phrase(words.say("front.check"), Style.CODE));
            add(cell, ink.phrase("sha256sum \"" + first.file() + "\"", Style.CODE));
        }
        text(
                cell,
                words.label(
                        "front.limits",
                        "page",
                        sheet.before().page("part-checks"),
                        "buyerPage",
                        sheet.before().page("part-buyer")));
        table.addCell(cell);
    }

    private String shortened(String quote) {
        String line = quote.replace('\n', ' ').strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) return line;
        String more = words.label("front.more", "page", sheet.before().page("part-facts"));
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "……" + more;
    }

    private PdfPCell row(PdfPTable table, String name) {
        PdfPCell head = ruled(new PdfPCell(ink.phrase(words.label(name), Style.HEAD.sized(9.3f))));
        head.setLeading(0, 1.4f);
        table.addCell(head);
        return ruled(new PdfPCell());
    }

    private static PdfPCell ruled(PdfPCell cell) {
        cell.setBorder(Rectangle.TOP);
        cell.setBorderWidthTop(0.7f);
        cell.setBorderColorTop(Style.BLACK);
        cell.setPadding(0);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(6);
        return cell;
    }

    private static PdfPCell bare(Phrase phrase, int side) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(2);
        cell.setHorizontalAlignment(side);
        return cell;
    }

    private void text(PdfPCell cell, String text) {
        if (!text.isEmpty()) add(cell, ink.phrase(text, size));
    }

    private void add(PdfPCell cell, Phrase phrase) {
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setLeading(size.size() * 1.46f);
        cell.addElement(paragraph);
    }
}
