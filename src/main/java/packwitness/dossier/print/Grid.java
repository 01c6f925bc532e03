package packwitness.dossier.print;

import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in the house style: a strong rule above and below, hair rules between, none upright. */
final class Grid {
    private final Ink ink;
    private final PdfPTable table;
    private final boolean boxed;
    private final List<Integer> bound = new ArrayList<>();
    private int rows;

    private Grid(Ink ink, boolean boxed, float... widths) {
        this.ink = ink;
        this.boxed = boxed;
        table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSplitLate(true);
        table.setSpacingBefore(3);
        table.setSpacingAfter(9);
    }

    static Grid open(Ink ink, float... widths) {
        return new Grid(ink, false, widths);
    }

    /** Returns a table with all its rules, as official forms have it. */
    static Grid boxed(Ink ink, float... widths) {
        return new Grid(ink, true, widths);
    }

    Grid head(String... words) {
        for (String word : words) {
            PdfPCell cell = cell(ink.phrase(word, Style.HEAD));
            cell.setBackgroundColor(Style.SHADE);
            cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
            if (!boxed) {
                cell.setBorder(Rectangle.TOP | Rectangle.BOTTOM);
                cell.setBorderWidthTop(1.1f);
                cell.setBorderColorTop(Style.BLACK);
                cell.setBorderWidthBottom(0.7f);
                cell.setBorderColorBottom(Style.BLACK);
            }
            table.addCell(cell);
        }
        table.setHeaderRows(1);
        rows++;
        return this;
    }

    Grid row(String... texts) {
        for (String text : texts) table.addCell(cell(ink.phrase(text, Style.CELL)));
        rows++;
        return this;
    }

    Grid row(Phrase... texts) {
        for (Phrase text : texts) table.addCell(cell(text));
        rows++;
        return this;
    }

    /** Sets a remark below the row before, over all columns but the first; nothing for none. */
    Grid under(String remark) {
        if (remark.isEmpty()) return this;
        for (PdfPCell cell : table.getRow(table.size() - 1).getCells()) {
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPaddingBottom(2);
        }
        bound.add(table.size());
        table.addCell(cell(ink.phrase("", Style.SMALL)));
        PdfPCell wide = cell(ink.phrase(remark, Style.SMALL));
        wide.setColspan(table.getNumberOfColumns() - 1);
        wide.setPaddingTop(0);
        table.addCell(wide);
        return this;
    }

    /** Returns how high the table is on a sheet, in points. */
    float height() {
        table.setTotalWidth(Sheet.WIDTH);
        return table.calculateHeights(true) + table.spacingAfter();
    }

    /** Returns the rows that stand with the one before them. */
    List<Integer> bound() {
        return bound;
    }

    /** Returns how high the head and the first two rows are, in points. */
    float beginning() {
        table.setTotalWidth(Sheet.WIDTH);
        table.calculateHeights(true);
        float height = 0;
        int last = Math.min(table.size(), table.getHeaderRows() + 2);
        for (int i = 0; i < last; i++) height += table.getRowHeight(i);
        return height;
    }

    /** Adds a row of a name and its value; an empty value adds nothing. */
    Grid pair(String name, String value) {
        return value.isEmpty() ? this : pair(name, ink.phrase(value, Style.CELL));
    }

    Grid pair(String name, Phrase value) {
        return pair(ink.phrase(name, Style.HEAD), value);
    }

    Grid pair(Phrase name, Phrase value) {
        PdfPCell head = cell(name);
        if (rows == 0 && !boxed) topRule(head);
        if (boxed) head.setBackgroundColor(Style.SHADE);
        table.addCell(head);
        PdfPCell cell = cell(value);
        if (rows == 0 && !boxed) topRule(cell);
        table.addCell(cell);
        rows++;
        return this;
    }

    private static void topRule(PdfPCell cell) {
        cell.setBorder(Rectangle.TOP | Rectangle.BOTTOM);
        cell.setBorderWidthTop(1.1f);
        cell.setBorderColorTop(Style.BLACK);
    }

    private PdfPCell cell(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setLeading(1.5f, 1.32f);
        cell.setPaddingTop(3.2f);
        cell.setPaddingBottom(5.2f);
        cell.setPaddingLeft(4);
        cell.setPaddingRight(4);
        if (boxed) {
            cell.setBorder(Rectangle.BOX);
            cell.setBorderWidth(0.6f);
            cell.setBorderColor(Style.BLACK);
        } else {
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderWidthBottom(0.4f);
            cell.setBorderColorBottom(Style.RULE);
        }
        return cell;
    }

    boolean empty() {
        return rows == 0;
    }

    PdfPTable table() {
        if (!boxed && rows > 0) closeWithRule();
        return table;
    }

    private void closeWithRule() {
        List<PdfPCell> last = Arrays.asList(table.getRow(table.size() - 1).getCells());
        for (PdfPCell cell : last) {
            // Where a wide cell stands there are none behind it.
            if (cell == null) continue;
            cell.setBorderWidthBottom(1.1f);
            cell.setBorderColorBottom(Style.BLACK);
        }
    }

    /** Returns a cell without rules that stacks a picture and lines of text. */
    static PdfPCell stack(Image image, Phrase... lines) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        image.setAlignment(Image.ALIGN_LEFT);
        cell.addElement(image);
        for (Phrase line : lines) {
            org.openpdf.text.Paragraph text = new org.openpdf.text.Paragraph(line);
            text.setLeading(11);
            cell.addElement(text);
        }
        return cell;
    }
}
