package packwitness.dossier.print;

import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.draw.DottedLineSeparator;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;

import java.util.List;

/** The contents and the list of evidence, both with page numbers. */
final class ContentsPart {
    /** What {@link #signature} takes, in points: it stands with what is signed. */
    static final float SIGNATURE = 40;

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

    /** Returns to whom the paper goes. */
    static String to(Dossier dossier, Wording words) {
        boolean named = !dossier.cover().addresseeName().isEmpty();
        return named ? words.label("to") : words.label("to.unnamed") + words.label("to.none");
    }

    /** Sets the list where it is itself the place of what the paper shows nowhere else. */
    static void places(Sheet sheet, List<Exhibit> exhibits, Wording words, float tail) {
        Grid grid =
                Grid.open(sheet.ink(), 60, 170, 206, 34)
                        .head(
                                words.label("exhibits.no"),
                                words.label("exhibits.name"),
                                words.label("exhibits.purpose"),
                                words.label("exhibits.page"));
        Ink ink = sheet.ink();
        int i = 0;
        while (i < exhibits.size()) {
            int end = i;
            while (end + 1 < exhibits.size() && sameKind(exhibits.get(i), exhibits.get(end + 1)))
                end++;
            if (end - i < 2) end = i;
            Exhibit first = exhibits.get(i);
            Exhibit last = exhibits.get(end);
            Phrase mark = ink.phrase("", Style.CELL);
            if (end == i) mark.add(sheet.anchored(first.no(), Style.CELL));
            else mark.add(ink.phrase(first.no().mark() + "至" + last.no(), Style.CELL));
            for (int k = i; k <= end; k++) {
                ExhibitNo no = exhibits.get(k).no();
                if (sheet.anchoredExhibits().add(no))
                    mark.add(sheet.anchorChunk(" ", Style.CELL.sized(1), Ink.anchor(no)));
            }
            String name =
                    end == i
                            ? first.name()
                            : words.label("run", "first", first.name(), "last", last.name());
            grid.row(
                    mark,
                    ink.phrase(name, Style.CELL),
                    ink.phrase(first.purpose(), Style.CELL),
                    ink.phrase(sheet.before().page(Ink.anchor(first.no())), Style.CELL));
            i = end + 1;
        }
        sheet.grid(grid, tail);
    }

    private static boolean sameKind(Exhibit one, Exhibit other) {
        return one.no().group() == other.no().group()
                && one.source().equals(other.source())
                && one.purpose().equals(other.purpose());
    }

    static void exhibits(Sheet sheet, List<Exhibit> exhibits, Wording words, float tail) {
        sheet.small(words.label("exhibits.note"));
        Grid grid =
                Grid.open(sheet.ink(), 52, 106, 100, 178, 34)
                        .head(
                                words.label("exhibits.no"),
                                words.label("exhibits.name"),
                                words.label("exhibits.source"),
                                words.label("exhibits.purpose"),
                                words.label("exhibits.page"));
        int i = 0;
        while (i < exhibits.size()) {
            int end = runFrom(exhibits, i);
            line(sheet, grid, words, exhibits.get(i), exhibits.get(end), end - i + 1);
            i = end + 1;
        }
        sheet.grid(grid, tail);
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

    private static void line(
            Sheet sheet, Grid grid, Wording words, Exhibit first, Exhibit last, int count) {
        String page = sheet.before().page(Ink.anchor(first.no()));
        String lastPage = sheet.before().page(Ink.anchor(last.no()));
        boolean one = count == 1;
        grid.row(
                one ? first.no().mark() : first.no().mark() + "至" + last.no(),
                one ? first.name() : words.label("run", "first", first.name(), "last", last.name()),
                first.source(),
                first.purpose(),
                page.equals(lastPage) ? page : page + "—" + lastPage);
    }

    /** Sets the lines on which the submitting party signs. */
    static void signature(Sheet sheet, Wording words) {
        sheet.line(words.label("sign.line"), Style.BODY, Element.ALIGN_RIGHT, 10, 4);
    }
}
