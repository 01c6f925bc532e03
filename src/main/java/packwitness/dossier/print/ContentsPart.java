package packwitness.dossier.print;

import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.draw.DottedLineSeparator;

import packwitness.dossier.paper.Exhibit;

import java.util.List;

/** The contents and the list of evidence, both with page numbers. */
final class ContentsPart {
    private ContentsPart() {}

    static void contents(Sheet sheet, Wording words, List<Sheet.Heading> headings) {
        sheet.line(words.label("contents"), Style.PART, Element.ALIGN_CENTER, 0, 6);
        for (Sheet.Heading heading : headings) {
            Chunk title = sheet.ink().chunk(heading.title() + " ", Style.BODY);
            title.setLocalGoto(heading.anchor());
            Paragraph line = new Paragraph(sheet.ink().phrase("", Style.BODY));
            line.add(title);
            DottedLineSeparator dots = new DottedLineSeparator();
            dots.setGap(3);
            dots.setLineColor(Style.RULE);
            line.add(new Chunk(dots));
            line.add(sheet.ink().chunk(" " + sheet.before().page(heading.anchor()), Style.BODY));
            line.setLeading(17.5f);
            sheet.add(line);
        }
    }

    static void exhibits(Sheet sheet, List<Exhibit> exhibits, Wording words) {
        sheet.small(words.label("exhibits.note"));
        Grid grid =
                Grid.open(sheet.ink(), 46, 108, 92, 190, 34)
                        .head(
                                words.label("exhibits.no"),
                                words.label("exhibits.name"),
                                words.label("exhibits.source"),
                                words.label("exhibits.purpose"),
                                words.label("exhibits.page"));
        int i = 0;
        while (i < exhibits.size()) {
            int end = runFrom(exhibits, i);
            line(sheet, grid, exhibits.get(i), exhibits.get(end), end - i + 1);
            i = end + 1;
        }
        sheet.grid(grid);
    }

    /** Returns the last of a run of key frames and the like, which share one line. */
    private static int runFrom(List<Exhibit> exhibits, int from) {
        Exhibit first = exhibits.get(from);
        int end = from;
        while (end + 1 < exhibits.size() && alike(first, exhibits.get(end + 1))) end++;
        return end - from < 2 ? from : end;
    }

    private static boolean alike(Exhibit one, Exhibit other) {
        return one.file().isEmpty()
                && other.file().isEmpty()
                && one.no().group() == other.no().group()
                && one.source().equals(other.source())
                && one.purpose().equals(other.purpose());
    }

    private static void line(Sheet sheet, Grid grid, Exhibit first, Exhibit last, int count) {
        String page = sheet.before().page(Ink.anchor(first.no()));
        String lastPage = sheet.before().page(Ink.anchor(last.no()));
        boolean one = count == 1;
        grid.row(
                one ? first.no().mark() : first.no().mark() + "至" + last.no(),
                one ? first.name() : first.name() + "至" + last.name(),
                first.source(),
                first.purpose(),
                page.equals(lastPage) ? page : page + "—" + lastPage);
    }

    /** Sets the lines on which the submitting party signs. */
    static void signature(Sheet sheet, Wording words) {
        sheet.need(40);
        sheet.line(
                "%s：＿＿＿＿＿＿＿＿＿＿　　%s：%s"
                        .formatted(
                                words.label("sign.party"),
                                words.label("sign.date"),
                                words.label("sign.dateline").strip()),
                Style.BODY,
                Element.ALIGN_RIGHT,
                10,
                4);
    }
}
