package packwitness.dossier;

import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.draw.DottedLineSeparator;

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
            line.add(
                    sheet.ink()
                            .chunk(" " + sheet.before().page(heading.anchor()), Style.BODY));
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
        for (Exhibit exhibit : exhibits)
            grid.row(
                    exhibit.no().mark(),
                    exhibit.name(),
                    exhibit.source(),
                    exhibit.purpose(),
                    sheet.before().page(Ink.anchor(exhibit.no())));
        sheet.grid(grid);
    }

    /** Sets the lines on which the submitting party signs. */
    static void signature(Sheet sheet, Wording words) {
        sheet.need(70);
        String line = words.label("sign.party") + "：＿＿＿＿＿＿＿＿＿＿＿";
        sheet.line(line, Style.BODY, Element.ALIGN_RIGHT, 16, 4);
        sheet.line(
                words.label("sign.date") + "：" + words.label("sign.dateline"),
                Style.BODY,
                Element.ALIGN_RIGHT,
                0,
                0);
    }
}
