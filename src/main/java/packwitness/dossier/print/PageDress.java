package packwitness.dossier.print;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.Dossier;
import packwitness.value.Lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands on every page: the ribbon of a weak time stamp, head, foot and page number. */
final class PageDress extends PdfPageEventHelper {
    /** How wide the words of the ribbon may be. */
    private static final float RIBBON = 560;

    /** What the page number takes at the right, with some air. */
    private static final float PAGE_NUMBER = 84;

    private static final Style FOOT = Style.SMALL.sized(6.8f);

    private final Ink ink;
    private final Wording words;
    private final Dossier dossier;
    private final Layout before;
    private final Optional<String> ribbon;
    private final Map<String, Integer> places = new HashMap<>();
    private int pages;

    PageDress(Ink ink, Wording words, Dossier dossier, Layout before) {
        this.ink = ink;
        this.words = words;
        this.dossier = dossier;
        this.before = before;
        ribbon =
                Stream.concat(
                                words.lang() == Lang.ZH
                                        ? Stream.empty()
                                        : Stream.of(words.label("ribbon.courtesy")),
                                Places.weakest(dossier)
                                        .filter(weak -> weak != Authority.COMMERCIAL)
                                        .map(weak -> words.label("ribbon." + weak))
                                        .stream())
                        .reduce((one, other) -> one + "　" + other);
    }

    /** Returns where things came to stand in this pass. */
    Layout layout() {
        return new Layout(pages, places);
    }

    @Override
    public void onGenericTag(PdfWriter writer, Document document, Rectangle rect, String tag) {
        places.putIfAbsent(tag, writer.getPageNumber());
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        pages = writer.getPageNumber();
        PdfContentByte pen = writer.getDirectContent();
        float right = 595 - Sheet.RIGHT;
        ribbon.ifPresent(text -> ribbon(pen, text));
        if (pages > 1) {
            float y = 842 - 46;
            put(pen, dossier.facts().caseNo() + "　" + words.label("paper"), Sheet.LEFT, y, 7.8f);
            putRight(pen, dossier.cover().merchant().name(), right, y, 7.8f);
            rule(pen, y - 6);
        }
        if (!ink.missing().isEmpty()) put(pen, words.label("rare"), Sheet.LEFT, 47, 6.8f);
        rule(pen, 44);
        String total = before.pages() == 0 ? "–" : Integer.toString(before.pages());
        String page = words.label("page", "page", pages, "pages", total);
        putRight(pen, page, right, 33, 7.8f);
        float y = 33;
        for (String line : footer(words.label("footer"))) {
            put(pen, line, Sheet.LEFT, y, 6.8f);
            y -= 9;
        }
    }

    /** Parts the foot between its sentences where it would run into the page number. */
    private List<String> footer(String whole) {
        float room = Sheet.WIDTH - PAGE_NUMBER;
        List<String> lines = new ArrayList<>();
        for (String sentence : whole.split("(?<=　|\\. )")) {
            String last = lines.isEmpty() ? "" : lines.getLast();
            if (lines.isEmpty() || ink.width(last + sentence.strip(), FOOT) > room)
                lines.add(sentence);
            else lines.set(lines.size() - 1, last + sentence);
        }
        return lines;
    }

    private void ribbon(PdfContentByte pen, String text) {
        float width = ink.width(text, Style.STRONG.sized(9.2f));
        pen.saveState();
        pen.setColorFill(Style.BLACK);
        pen.rectangle(0, 842 - 22, 595, 22);
        pen.fill();
        pen.setColorFill(java.awt.Color.WHITE);
        pen.beginText();
        pen.setFontAndSize(ink.face(true), Math.min(9.2f, 9.2f * RIBBON / width));
        pen.showTextAligned(Element.ALIGN_CENTER, ink.clean(text), 297.5f, 842 - 14.5f, 0);
        pen.endText();
        pen.restoreState();
    }

    private void put(PdfContentByte pen, String text, float x, float y, float size) {
        write(pen, Element.ALIGN_LEFT, text, x, y, size);
    }

    private void putRight(PdfContentByte pen, String text, float x, float y, float size) {
        write(pen, Element.ALIGN_RIGHT, text, x, y, size);
    }

    private void write(PdfContentByte pen, int side, String text, float x, float y, float size) {
        pen.saveState();
        pen.setColorFill(Style.GREY);
        pen.beginText();
        pen.setFontAndSize(ink.face(false), size);
        pen.showTextAligned(side, ink.clean(text), x, y, 0);
        pen.endText();
        pen.restoreState();
    }

    private static void rule(PdfContentByte pen, float y) {
        pen.saveState();
        pen.setColorStroke(Style.RULE);
        pen.setLineWidth(0.5f);
        pen.moveTo(Sheet.LEFT, y);
        pen.lineTo(595 - Sheet.RIGHT, y);
        pen.stroke();
        pen.restoreState();
    }
}
