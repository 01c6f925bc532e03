package packwitness.dossier.sheet;

import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

import packwitness.value.Failure;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Locale;

/** Writes the notice as two A4 pages, Chinese first, English second. One thread; one notice. */
public final class NoticeWriter {
    private static final float MARGIN = 17 * Codes.MM;
    private static final int SIGNATURES = 6;
    private static final int COLUMNS = 2;
    private static final float LEADING = 1.4f;
    private static final Color GREY = new Color(0x59, 0x59, 0x59);
    private static final String BLANK = "________________";

    private final StaffNotice notice;
    private final SheetWords words = new SheetWords("notice.properties");
    private final BaseFont regular = SheetFile.face("NotoSansSC-Regular");
    private final BaseFont bold = SheetFile.face("NotoSansSC-Bold");

    private NoticeWriter(StaffNotice notice) {
        this.notice = notice;
    }

    /**
     * Writes the notice; a file of this name is replaced.
     *
     * @throws Failure where a word cannot be printed, or the file cannot be written
     */
    public static void write(StaffNotice notice, Path file) throws Failure {
        NoticeWriter writer = new NoticeWriter(notice);
        for (String typed : java.util.List.of(notice.shop(), notice.contact(), notice.where()))
            SheetFile.refuseUnprintable(writer.bold, typed);
        SheetFile.keep(writer.pdf(), file);
    }

    private byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN * 0.7f);
        try {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            PdfDate made = new PdfDate(GregorianCalendar.from(notice.made()));
            writer.getInfo()
                    .put(
                            PdfName.TITLE,
                            new PdfString(words.say("title.zh"), PdfObject.TEXT_UNICODE));
            writer.getInfo().put(PdfName.CREATIONDATE, made);
            writer.getInfo().put(PdfName.MODDATE, made);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
            document.open();
            page(document, "zh");
            document.newPage();
            page(document, "en");
            document.close();
        } catch (DocumentException e) {
            throw new IllegalStateException("the library refuses the notice", e);
        }
        return bytes.toByteArray();
    }

    private void page(Document document, String lang) {
        boolean chinese = lang.equals("zh");
        float size = chinese ? 11 : 9.5f;
        document.add(
                paragraph(words.say("title." + lang), bold, chinese ? 24 : 18, Color.BLACK, 6));
        String shop = notice.shop().isBlank() ? BLANK : notice.shop();
        document.add(paragraph(words.say("lead." + lang, shop), regular, size, Color.BLACK, 4));
        String where = notice.where().isBlank() ? "" : "(" + notice.where() + ")";
        section(document, words.say("purpose." + lang), size);
        section(document, words.say("what." + lang, where), size);
        section(
                document,
                words.say(
                        "long." + lang,
                        days(notice.videoDays(), lang),
                        days(notice.frameDays(), lang),
                        days(notice.rowDays(), lang)),
                size);
        section(document, words.say("who." + lang), size);
        section(document, words.say("rights." + lang), size);
        String contact =
                notice.contact().isBlank() ? words.say("contact.none." + lang) : notice.contact();
        section(document, words.say("contact." + lang, contact), size);
        Object[] grounds =
                notice.grounds().stream().map(one -> chinese ? one.zh() : one.en()).toArray();
        section(document, words.say("basis." + lang, grounds), size);
        document.add(
                paragraph(
                        words.say("lawyer." + lang, notice.compiledOn()), regular, 8.5f, GREY, 6));
        document.add(signatures(lang));
        String day = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).format(notice.made());
        document.add(paragraph(words.say("made." + lang, day), regular, 8.5f, GREY, 4));
    }

    private String days(int days, String lang) {
        return days == 0 ? words.say("unlimited." + lang) : words.say("days." + lang, days);
    }

    /** The first line of the words is the heading. */
    private void section(Document document, String text, float size) {
        String[] parts = text.split("\n", 2);
        document.add(paragraph(parts[0], bold, size + 2, Color.BLACK, 7));
        document.add(paragraph(parts[1], regular, size, Color.BLACK, 1));
    }

    private PdfPTable signatures(String lang) {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        PdfPCell head =
                new PdfPCell(paragraph(words.say("sign." + lang), bold, 10, Color.BLACK, 0));
        head.setColspan(COLUMNS);
        head.setPadding(5);
        table.addCell(head);
        for (int i = 0; i < SIGNATURES; i++) {
            PdfPCell cell = new PdfPCell();
            cell.setFixedHeight(9 * Codes.MM);
            table.addCell(cell);
        }
        return table;
    }

    private static Paragraph paragraph(
            String text, BaseFont face, float size, Color color, float before) {
        Paragraph paragraph = new Paragraph(text, new Font(face, size, Font.NORMAL, color));
        paragraph.setLeading(size * LEADING);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }
}
