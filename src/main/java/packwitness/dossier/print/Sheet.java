package packwitness.dossier.print;

import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Picture;
import packwitness.value.Lang;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The pages under the pen: headings, sentences, tables and pictures, one after the other. */
final class Sheet {
    static final float LEFT = 62;
    static final float RIGHT = 54;
    static final float TOP = 66;

    /** The first page has no running head. */
    static final float FIRST_TOP = 42;

    static final float BOTTOM = 60;
    static final float WIDTH = 595 - LEFT - RIGHT;

    /** What a page after the first one holds. */
    static final float HEIGHT = 842 - TOP - BOTTOM;

    private static final String[] NUMERALS = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"
    };

    /** A table up to this height is not parted. */
    private static final float MOST_TOGETHER = 300;

    private static final float HEADING = 36;

    private static final Pattern LONG_WORD = Pattern.compile("[!-~]{11,}");

    private static final String[] UNSHOWN = {
        "此文件无法作为图片显示，原始字节已保存", "This file cannot be shown as a picture; its bytes are kept"
    };

    private final Document document;
    private final PdfWriter writer;
    private final Ink ink;
    private final Pictures pictures;
    private final Layout before;
    private final Set<ExhibitNo> anchored = new HashSet<>();
    private int parts;
    private PdfOutline outline;

    /** A line of the contents. */
    record Heading(String title, String anchor) {}

    Sheet(Document document, PdfWriter writer, Ink ink, Pictures pictures, Layout before) {
        this.document = document;
        this.writer = writer;
        this.ink = ink;
        this.pictures = pictures;
        this.before = before;
        outline = writer.getDirectContent().getRootOutline();
    }

    Ink ink() {
        return ink;
    }

    PdfWriter writer() {
        return writer;
    }

    Layout before() {
        return before;
    }

    /** Returns the height that is left on this page, in points. */
    float room() {
        return writer.getVerticalPosition(true) - BOTTOM;
    }

    void need(float height) {
        if (room() < height) newPage();
    }

    void newPage() {
        document.newPage();
    }

    /** Returns a heading with its number, the first being 0. */
    String numbered(int number, String title) {
        return ink.lang() == Lang.ZH ? NUMERALS[number] + "、" + title : (number + 1) + ". " + title;
    }

    /** Begins a numbered part where so much room is left; contents and bookmarks name it. */
    void part(String title, String anchor, float room) {
        need(room);
        String numbered = numbered(parts++, title);
        mark(numbered);
        Phrase text = ink.phrase("", Style.PART);
        text.add(anchorChunk(numbered, Style.PART, anchor));
        Paragraph heading = new Paragraph(text);
        heading.setSpacingBefore(14);
        heading.setSpacingAfter(7);
        heading.setLeading(21);
        add(heading);
    }

    /** Notes a page of its own form among contents and bookmarks, without drawing a heading. */
    void ownPage(String title, String anchor) {
        mark(title);
        Phrase mark = ink.phrase("", Style.SMALL.sized(1));
        mark.add(anchorChunk(" ", Style.SMALL.sized(1), anchor));
        Paragraph place = new Paragraph(mark);
        place.setLeading(1);
        add(place);
    }

    private void mark(String title) {
        PdfDestination here =
                new PdfDestination(PdfDestination.XYZ, 0, writer.getVerticalPosition(true) + 14, 0);
        outline = new PdfOutline(writer.getDirectContent().getRootOutline(), here, clean(title));
    }

    private String clean(String text) {
        return ink.clean(Marks.in(ink.lang(), text));
    }

    /** Begins a chapter within the part. */
    void chapter(String title) {
        chapter(ink.phrase(title, Style.CHAPTER), title);
    }

    /**
     * Begins a chapter of one table and sets it; both stand on one page where the table is short.
     */
    void chapter(String title, Grid grid) {
        chapter(title, grid, 0);
    }

    /** Begins a chapter of one table; the tail, in points, stands with its last row. */
    void chapter(String title, Grid grid, float tail) {
        if (grid.empty()) return;
        together(grid, HEADING + tail);
        need(HEADING + grid.beginning());
        chapter(title);
        grid(grid, tail);
    }

    /** Begins a new page where a short table and what stands above it would be torn apart. */
    void together(Grid grid, float above) {
        float height = grid.height();
        if (height <= MOST_TOGETHER) need(height + above);
    }

    private void chapter(Phrase title, String bookmark) {
        need(96);
        PdfDestination here =
                new PdfDestination(PdfDestination.XYZ, 0, writer.getVerticalPosition(true) + 12, 0);
        PdfOutline unused = new PdfOutline(outline, here, clean(bookmark));
        unused.setOpen(false);
        Paragraph heading = new Paragraph(title);
        heading.setSpacingBefore(9);
        heading.setSpacingAfter(4);
        heading.setLeading(17);
        add(heading);
    }

    /** Begins the chapter that shows an exhibit; its marks lead here. */
    void exhibitChapter(ExhibitNo exhibit, String title) {
        Phrase phrase = anchored(exhibit, Style.CHAPTER);
        phrase.add(ink.chunk("　" + title, Style.CHAPTER));
        chapter(phrase, exhibit.mark() + "　" + title);
    }

    /** Returns the exhibit's mark as the place its links lead to; the first one holds. */
    Phrase anchored(ExhibitNo exhibit, Style style) {
        Phrase phrase = ink.phrase("", style);
        if (anchored.add(exhibit))
            phrase.add(anchorChunk(exhibit.mark(), style.strong(), Ink.anchor(exhibit)));
        else phrase.add(ink.phrase(exhibit.mark(), style.strong()));
        return phrase;
    }

    Set<ExhibitNo> anchoredExhibits() {
        return anchored;
    }

    Chunk anchorChunk(String text, Style style, String anchor) {
        Chunk chunk = ink.chunk(text, style);
        chunk.setLocalDestination(anchor);
        chunk.setGenericTag(anchor);
        return chunk;
    }

    /** Sets a sentence, or several, as a paragraph; nothing for an empty one. */
    void body(String text) {
        body(text, 0);
    }

    /**
     * Sets a sentence, or several, with so much room below the last as stands with it, in points.
     */
    void body(String text, float tail) {
        if (text.isBlank()) return;
        List<String> lines = text.lines().toList();
        for (String line : lines.subList(0, lines.size() - 1)) add(paragraph(line));
        Paragraph last = paragraph(lines.getLast());
        if (tail > 0) need(height(last) + tail);
        add(last);
    }

    private Paragraph paragraph(String line) {
        Paragraph paragraph = new Paragraph(ink.phrase(line, Style.BODY));
        // A long number that moves to the next line would tear the one before it apart.
        paragraph.setAlignment(
                LONG_WORD.matcher(line).find() ? Element.ALIGN_LEFT : Element.ALIGN_JUSTIFIED);
        if (ink.lang() == Lang.ZH) paragraph.setFirstLineIndent(2 * Style.BODY.size());
        paragraph.setLeading(17.5f);
        paragraph.setSpacingAfter(3);
        return paragraph;
    }

    private static float height(Paragraph paragraph) {
        ColumnText measure = new ColumnText(null);
        measure.setSimpleColumn(0, 0, WIDTH, HEIGHT);
        measure.addElement(paragraph);
        try {
            measure.go(true);
        } catch (DocumentException e) {
            throw new IllegalStateException("a paragraph cannot be measured", e);
        }
        return HEIGHT - measure.getYLine();
    }

    /** Sets numbered sentences. */
    void numbered(List<String> sentences) {
        numbered(sentences, 0);
    }

    /** Sets numbered sentences with so much room below the last as stands with it, in points. */
    void numbered(List<String> sentences, float tail) {
        PdfPTable table = new PdfPTable(new float[] {22, WIDTH - 22});
        table.setWidthPercentage(100);
        table.setSplitLate(true);
        table.setSpacingBefore(6);
        table.setSpacingAfter(2);
        for (int i = 0; i < sentences.size(); i++) {
            table.addCell(plain(ink.phrase((i + 1) + ".", Style.STRONG)));
            table.addCell(plain(ink.phrase(sentences.get(i), Style.BODY)));
        }
        TablePages.set(this, table, List.of(), tail);
    }

    private static PdfPCell plain(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(9.5f);
        cell.setLeading(0, 1.62f);
        cell.setUseAscender(true);
        return cell;
    }

    void small(String text) {
        if (text.isBlank()) return;
        Paragraph paragraph = new Paragraph(ink.phrase(text, Style.QUIET));
        paragraph.setLeading(12);
        paragraph.setSpacingAfter(5);
        add(paragraph);
    }

    void line(String text, Style style, int alignment, float before, float after) {
        Paragraph paragraph = new Paragraph(ink.phrase(text, style));
        paragraph.setAlignment(alignment);
        paragraph.setLeading(style.size() * 1.55f);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        add(paragraph);
    }

    /** Sets text apart by a bar at its left. */
    void barred(Phrase text) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(8);
        table.addCell(barredCell(text));
        add(table);
    }

    static PdfPCell barredCell(Phrase text) {
        PdfPCell cell = new PdfPCell(text);
        cell.setBorder(Rectangle.LEFT);
        cell.setBorderWidthLeft(3);
        cell.setBorderColorLeft(Style.BLACK);
        cell.setBackgroundColor(Style.SHADE);
        cell.setPadding(6);
        cell.setPaddingLeft(9);
        cell.setPaddingBottom(8);
        cell.setLeading(1, 1.4f);
        return cell;
    }

    void grid(Grid grid) {
        grid(grid, 0);
    }

    /** Sets a table with so much room below as stands with its last row, in points. */
    void grid(Grid grid, float tail) {
        if (!grid.empty()) TablePages.set(this, grid.table(), grid.bound(), tail);
    }

    /** Returns the picture within the box, or a framed note that it cannot be shown. */
    Image picture(Picture picture, float width, float height) {
        return pictures.fit(writer.getDirectContent(), picture, width, height)
                .orElseGet(() -> unshown(width, height));
    }

    private Image unshown(float width, float height) {
        float tall = Math.min(height, width * 0.6f);
        var frame = writer.getDirectContent().createTemplate(width, tall);
        frame.setLineWidth(0.7f);
        frame.setColorStroke(Style.RULE);
        frame.rectangle(0.5f, 0.5f, width - 1, tall - 1);
        frame.stroke();
        frame.beginText();
        frame.setFontAndSize(ink.face(false), 8);
        frame.showTextAligned(
                Element.ALIGN_CENTER, clean(UNSHOWN[ink.lang().ordinal()]), width / 2, tall / 2, 0);
        frame.endText();
        try {
            return Image.getInstance(frame);
        } catch (org.openpdf.text.BadElementException e) {
            throw new IllegalStateException("a frame", e);
        }
    }

    void add(Element element) {
        try {
            document.add(element);
        } catch (DocumentException e) {
            throw new IllegalStateException("the page refuses " + element.getClass(), e);
        }
    }
}
