package packwitness.dossier.sheet;

import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

import packwitness.scan.BadgeCode;
import packwitness.scan.Scan;
import packwitness.value.Failure;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;

/**
 * Writes the sheet as an A4 PDF: each code as Code 128 for laser scanners and as QR code for
 * cameras, both large enough for a metre. One thread; one sheet.
 */
public final class SheetWriter {
    private static final float MM = Codes.MM;
    private static final float MARGIN = 12 * MM;
    private static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PageSize.A4.getHeight() - MARGIN;
    private static final float GAP = 4 * MM;
    private static final float HALF = (WIDTH - GAP) / 2;
    private static final float CELL = 65 * MM;
    private static final float SQUARE = 42 * MM;
    private static final float BARS = 14 * MM;
    private static final int BADGES_A_PAGE = 4;
    private static final Color GREY = new Color(0x59, 0x59, 0x59);
    private static final Color LINE = new Color(0xb0, 0xb0, 0xb0);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    private final ControlSheet sheet;
    private final SheetWords words = new SheetWords("sheet.properties");
    private final BaseFont regular = SheetFile.face("NotoSansSC-Regular");
    private final BaseFont bold = SheetFile.face("NotoSansSC-Bold");

    private SheetWriter(ControlSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Writes the sheet; a file of this name is replaced, for a sheet is no evidence.
     *
     * @throws Failure where a name has characters that cannot be printed or is too long, or the
     *     file cannot be written
     */
    public static void write(ControlSheet sheet, Path file) throws Failure {
        SheetWriter writer = new SheetWriter(sheet);
        writer.refuseWhatCannotBePrinted();
        SheetFile.keep(writer.pdf(), file);
    }

    private void refuseWhatCannotBePrinted() throws Failure {
        for (String name : sheet.badges()) SheetFile.refuseUnprintable(bold, name);
    }

    private byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 0, 0, 0, 0);
        try {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            PdfDate made = new PdfDate(GregorianCalendar.from(sheet.made()));
            writer.getInfo()
                    .put(
                            PdfName.TITLE,
                            new PdfString(words.say("title.zh"), PdfObject.TEXT_UNICODE));
            writer.getInfo().put(PdfName.CREATIONDATE, made);
            writer.getInfo().put(PdfName.MODDATE, made);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
            document.open();
            controls(writer.getDirectContent());
            List<String> badges = sheet.badges();
            for (int i = 0; i < badges.size(); i++) {
                if (i % BADGES_A_PAGE == 0) {
                    document.newPage();
                    head(writer.getDirectContent(), "badges.lesson");
                }
                badge(writer.getDirectContent(), badges.get(i), i % BADGES_A_PAGE);
            }
            document.close();
        } catch (DocumentException e) {
            throw new IllegalStateException("the library refuses the sheet", e);
        }
        return bytes.toByteArray();
    }

    private void controls(PdfContentByte page) {
        head(page, "controls.lesson");
        Scan.Command[] commands = Scan.Command.values();
        for (int i = 0; i < commands.length; i++) {
            float left = MARGIN + i % 2 * (HALF + GAP);
            float bottom = TOP - 20 * MM - (i / 2 + 1) * CELL;
            control(page, commands[i], left, bottom);
        }
        checkpoint(page, TOP - 24 * MM - 3 * CELL);
    }

    private void head(PdfContentByte page, String lesson) {
        text(page, bold, 18, Color.BLACK, MARGIN, TOP - 6 * MM, words.say("title.zh"));
        float after = MARGIN + bold.getWidthPoint(words.say("title.zh"), 18) + 4 * MM;
        text(page, regular, 11, GREY, after, TOP - 6 * MM, words.say("title.en"));
        String day = DAY.format(sheet.made());
        float right = MARGIN + WIDTH - regular.getWidthPoint(day, 11);
        text(page, regular, 11, GREY, right, TOP - 6 * MM, day);
        text(page, regular, 9, Color.BLACK, MARGIN, TOP - 12 * MM, words.say(lesson + ".zh"));
        text(page, regular, 8, GREY, MARGIN, TOP - 16 * MM, words.say(lesson + ".en"));
    }

    private void control(PdfContentByte page, Scan.Command command, float left, float bottom) {
        frame(page, left, bottom, HALF, CELL - GAP);
        float top = bottom + CELL - GAP;
        float in = left + 4 * MM;
        String key = command.name();
        text(page, bold, 24, Color.BLACK, in, top - 12 * MM, words.say(key + ".zh"));
        text(page, bold, 13, Color.BLACK, in, top - 19 * MM, words.say(key + ".en"));
        float line = top - 26 * MM;
        for (String part : words.say(key + ".lesson.zh").split("\n")) {
            text(page, regular, 9, Color.BLACK, in, line, part);
            line -= 4.2f * MM;
        }
        for (String part : words.say(key + ".lesson.en").split("\n")) {
            text(page, regular, 7.5f, GREY, in, line, part);
            line -= 3.6f * MM;
        }
        Codes codes = new Codes(page);
        codes.square(command.code(), left + HALF - SQUARE - MM, top - SQUARE - MM, SQUARE);
        codes.bars(command.code(), left + MM, bottom + 4.5f * MM, HALF - 2 * MM, BARS - 1);
        centred(page, command.code(), left, bottom + 1.3f * MM, HALF);
    }

    private void badge(PdfContentByte page, String name, int place) {
        String code = BadgeCode.of(name);
        float bottom = TOP - 20 * MM - (place + 1) * CELL;
        frame(page, MARGIN, bottom, WIDTH, CELL - GAP);
        float top = bottom + CELL - GAP;
        float size = name.length() > 8 ? 22 : 34;
        text(page, bold, size, Color.BLACK, MARGIN + 6 * MM, top - 22 * MM, name);
        text(page, regular, 11, GREY, MARGIN + 6 * MM, top - 31 * MM, words.say("badge"));
        Codes codes = new Codes(page);
        codes.square(code, MARGIN + WIDTH - SQUARE - MM, top - SQUARE - MM, SQUARE);
        codes.bars(code, MARGIN + MM, bottom + 4.5f * MM, WIDTH - 2 * MM, BARS - 1);
        centred(page, code, MARGIN, bottom + 1.3f * MM, WIDTH);
    }

    private void checkpoint(PdfContentByte page, float top) {
        float height = 36 * MM;
        float bottom = top - height;
        frame(page, MARGIN, bottom, WIDTH, height);
        float in = MARGIN + 4 * MM;
        text(page, bold, 12, Color.BLACK, in, top - 8 * MM, words.say("checkpoint.zh"));
        text(page, regular, 8, GREY, in, top - 12 * MM, words.say("checkpoint.en"));
        if (sheet.checkpoint().isEmpty()) {
            text(page, regular, 11, Color.BLACK, in, top - 22 * MM, words.say("none.zh"));
            text(page, regular, 8, GREY, in, top - 27 * MM, words.say("none.en"));
            return;
        }
        ControlSheet.Mark mark = sheet.checkpoint().get();
        text(page, bold, 30, Color.BLACK, in, top - 25 * MM, mark.code());
        text(page, regular, 9, GREY, in, top - 31 * MM, words.say("signed", stamp(mark.at())));
        float side = height - 2 * MM;
        new Codes(page).square(mark.text(), MARGIN + WIDTH - side - MM, bottom + MM, side);
    }

    private static String stamp(ZonedDateTime at) {
        return MINUTE.format(at);
    }

    private void centred(PdfContentByte page, String text, float left, float y, float width) {
        float size = 8;
        float x = left + (width - regular.getWidthPoint(text, size)) / 2;
        text(page, regular, size, Color.BLACK, x, y, text);
    }

    private static void frame(PdfContentByte page, float x, float y, float w, float h) {
        page.setColorStroke(LINE);
        page.setLineWidth(0.6f);
        page.roundRectangle(x, y, w, h, 3 * MM);
        page.stroke();
    }

    private static void text(
            PdfContentByte page,
            BaseFont font,
            float size,
            Color color,
            float x,
            float y,
            String text) {
        page.beginText();
        page.setColorFill(color);
        page.setFontAndSize(font, size);
        page.setTextMatrix(x, y);
        page.showText(text);
        page.endText();
    }
}
