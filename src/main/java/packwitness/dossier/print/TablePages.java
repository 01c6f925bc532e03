package packwitness.dossier.print;

import org.openpdf.text.pdf.PdfPRow;
import org.openpdf.text.pdf.PdfPTable;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a table is parted between pages: never within a row and its remark, and never so that one
 * or two rows are left over. The library parts a table wherever a page ends.
 */
final class TablePages {
    /** As many rows as stand together at the end of a table, where it has so many to spare. */
    private static final int FEWEST = 3;

    /** What rounding and the space above a table may take, in points. */
    private static final float SLACK = 6;

    private TablePages() {}

    /**
     * Returns how many rows come on each page, none on the first where not one fits; empty where a
     * row is higher than a page and the library has to part it.
     *
     * @param heights of the rows, in points
     * @param tail what must stand on the page of the last row, below it
     * @param room what is left of this page
     * @param page what a fresh page holds
     */
    static List<Integer> parted(List<Float> heights, float tail, float room, float page) {
        List<Integer> pages = new ArrayList<>();
        int from = 0;
        float left = room;
        while (from < heights.size()) {
            int to = from;
            float used = 0;
            while (to < heights.size()) {
                float more = heights.get(to) + (to == heights.size() - 1 ? tail : 0);
                if (used + more > left) break;
                used += more;
                to++;
            }
            if (to == from && !pages.isEmpty()) return List.of();
            pages.add(to - from);
            from = to;
            left = page;
        }
        evenOut(pages, heights, tail, page);
        return pages;
    }

    /** Moves rows from the page before to a last page that has too few. */
    private static void evenOut(List<Integer> pages, List<Float> heights, float tail, float page) {
        if (pages.size() < 2) return;
        int last = pages.removeLast();
        int before = pages.removeLast();
        int fewest = Math.min(FEWEST, (before + last + 1) / 2);
        while (last < fewest) {
            int first = heights.size() - last - 1;
            float all = tail;
            for (float height : heights.subList(first, heights.size())) all += height;
            if (all > page) break;
            last++;
            before--;
        }
        pages.add(before);
        pages.add(last);
    }

    /**
     * Sets the table on this page and the next ones.
     *
     * @param bound rows that stand with the one before them
     * @param tail what must stand on the page of the last row, in points
     */
    static void set(Sheet sheet, PdfPTable table, List<Integer> bound, float tail) {
        table.setTotalWidth(Sheet.WIDTH);
        table.calculateHeights(true);
        int head = table.getHeaderRows();
        float above = SLACK + table.spacingBefore();
        for (int i = 0; i < head; i++) above += table.getRowHeight(i);
        List<Integer> starts = new ArrayList<>();
        List<Float> heights = new ArrayList<>();
        for (int i = head; i < table.size(); i++)
            if (bound.contains(i)) heights.add(heights.removeLast() + table.getRowHeight(i));
            else {
                starts.add(i);
                heights.add(table.getRowHeight(i));
            }
        List<Integer> pages = parted(heights, tail, sheet.room() - above, Sheet.HEIGHT - above);
        if (pages.size() < 2) sheet.add(table);
        else parts(sheet, table, starts, pages);
    }

    private static void parts(
            Sheet sheet, PdfPTable table, List<Integer> starts, List<Integer> pages) {
        List<PdfPRow> rows = List.copyOf(table.getRows());
        List<PdfPRow> head = rows.subList(0, table.getHeaderRows());
        int from = 0;
        for (int count : pages) {
            int to = from + count;
            if (from > 0 || count == 0) sheet.newPage();
            if (count == 0) continue;
            PdfPTable part = PdfPTable.shallowCopy(table);
            part.getRows().addAll(head);
            int end = to == starts.size() ? rows.size() : starts.get(to);
            part.getRows().addAll(rows.subList(starts.get(from), end));
            sheet.add(part);
            from = to;
        }
    }
}
