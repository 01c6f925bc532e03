package packwitness.dossier.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.Code128Reader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.dossier.paper.DossierProblem;
import packwitness.scan.BadgeCode;
import packwitness.scan.Scan;
import packwitness.scan.ScanRules;
import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class SheetWriterTest {
    private static final int DPI = 150;
    private static final ZonedDateTime DAY =
            ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final List<String> NAMES = List.of("张三", "LILEI", "Anna", "欧阳小明");

    @TempDir Path folder;

    @Test
    void everyControlCodeOnThePageIsReadBackAndLargeEnough() throws Exception {
        Page page = page(sheet(List.of()), 0);
        Set<String> expected =
                Arrays.stream(Scan.Command.values())
                        .map(Scan.Command::code)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, page.bars());
        expected.add("PW-CHECKPOINT-K7QF2M9X");
        assertEquals(expected, page.squares());
        for (Scan.Command command : Scan.Command.values())
            assertEquals(new Scan.Control(command), ScanRules.shipped().read(command.code()));
        double narrowest = page.narrowestBar();
        assertTrue(narrowest >= 0.5 && narrowest < 1, "for a metre: " + narrowest + " mm");
    }

    @Test
    void everyBadgeOnThePageIsReadBackAsItsName() throws Exception {
        Page page = page(sheet(NAMES), 1);
        Set<String> codes =
                NAMES.stream().map(BadgeCode::of).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, page.squares());
        assertEquals(codes, page.bars());
        Set<Scan> badges =
                page.squares().stream().map(ScanRules.shipped()::read).collect(Collectors.toSet());
        assertEquals(NAMES.stream().map(Scan.Badge::new).collect(Collectors.toSet()), badges);
    }

    @Test
    void aSheetWithoutACheckpointSaysSo() throws Exception {
        Path file = folder.resolve("sheet.pdf");
        SheetWriter.write(new ControlSheet(List.of(), Optional.empty(), DAY), file);
        assertTrue(text(file).contains("还没有校验点"));
    }

    @Test
    void theCheckpointIsTextAndEveryFontIsEmbedded() throws Exception {
        Path file = folder.resolve("sheet.pdf");
        SheetWriter.write(sheet(NAMES), file);
        assertTrue(text(file).contains("K7QF2M9X"));
        assertTrue(text(file).contains("2026-11-23 08:30 +08:00"));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(2, document.getNumberOfPages());
            for (PDPage page : document.getPages())
                for (COSName font : page.getResources().getFontNames())
                    assertTrue(page.getResources().getFont(font).isEmbedded());
        }
    }

    @Test
    void theCheckpointIsNoParcelWhateverItsDigits() {
        for (String code : List.of("K7QF2M9X", "12345678", "AB123456"))
            assertEquals(
                    new Scan.Other(Scan.Kind.CHECKPOINT, "PW-CHECKPOINT-" + code),
                    ScanRules.shipped().read(new ControlSheet.Mark(code, DAY).text()));
    }

    @Test
    void manyBadgesTakeMorePages() throws Exception {
        Path file = folder.resolve("sheet.pdf");
        SheetWriter.write(
                sheet(List.of("A1", "A2", "A3", "A4", "A5", " ", "A6", "A7", "A8", "A9")), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(4, document.getNumberOfPages());
        }
    }

    @Test
    void aNameThatCannotBePrintedIsRefusedAndNothingIsLeft() throws IOException {
        Path file = folder.resolve("sheet.pdf");
        Failure failure =
                assertThrows(
                        Failure.class,
                        () -> SheetWriter.write(sheet(List.of("\uD83D\uDE00")), file));
        assertEquals(DossierProblem.NO_GLYPH, failure.problem());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                SheetWriter.write(
                                        sheet(List.of()), folder.resolve("none/sheet.pdf")));
        assertEquals(DossierProblem.NOT_WRITABLE, failure.problem());
    }

    private static ControlSheet sheet(List<String> badges) {
        return new ControlSheet(
                badges, Optional.of(new ControlSheet.Mark("K7QF2M9X", DAY.minusMinutes(30))), DAY);
    }

    private static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Page page(ControlSheet sheet, int number) throws Exception {
        Path file = folder.resolve("sheet.pdf");
        SheetWriter.write(sheet, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new Page(
                    new PDFRenderer(document).renderImageWithDPI(number, DPI, ImageType.GRAY));
        }
    }

    /** A page as a scanner would see it. */
    private record Page(BufferedImage image) {
        Set<String> squares() throws NotFoundException {
            Result[] found =
                    new QRCodeMultiReader()
                            .decodeMultiple(
                                    bitmap(0, 0, image.getWidth(), image.getHeight()),
                                    Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found)
                    .map(Result::getText)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Reads every stripe of 4 mm over the left half, the right half and the whole width. */
        Set<String> bars() {
            Set<String> texts = new TreeSet<>();
            int step = mm(4);
            int half = image.getWidth() / 2;
            for (int y = 0; y + step <= image.getHeight(); y += step)
                for (int[] part : new int[][] {{0, half}, {half, half}, {0, image.getWidth()}})
                    bar(part[0], y, part[1], step).ifPresent(texts::add);
            return texts;
        }

        private Optional<String> bar(int x, int y, int width, int height) {
            try {
                Result result = new Code128Reader().decode(bitmap(x, y, width, height));
                assertEquals(BarcodeFormat.CODE_128, result.getBarcodeFormat());
                return Optional.of(result.getText());
            } catch (ReaderException e) {
                return Optional.empty();
            }
        }

        /** Returns the narrowest dark run, in millimetres, of rows that hold a bar code. */
        double narrowestBar() {
            int narrowest = image.getWidth();
            int half = image.getWidth() / 2;
            for (int y = 0; y + mm(4) <= image.getHeight(); y += mm(4))
                if (bar(0, y, half, mm(4)).isPresent())
                    narrowest = Math.min(narrowest, narrowest(y + mm(2), half));
            return narrowest * 25.4 / DPI;
        }

        private int narrowest(int y, int width) {
            List<Integer> runs = new ArrayList<>();
            int run = 0;
            for (int x = mm(14); x < width - mm(4); x++) {
                boolean dark = image.getRaster().getSample(x, y, 0) < 128;
                if (!dark && run > 0) runs.add(run);
                run = dark ? run + 1 : 0;
            }
            return runs.size() < 20 ? width : runs.stream().min(Integer::compare).orElseThrow();
        }

        private static int mm(int millimetres) {
            return Math.round(millimetres * DPI / 25.4f);
        }

        private BinaryBitmap bitmap(int left, int top, int width, int height) {
            byte[] grey = new byte[width * height];
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    grey[y * width + x] = (byte) image.getRaster().getSample(left + x, top + y, 0);
            return new BinaryBitmap(
                    new HybridBinarizer(
                            new PlanarYUVLuminanceSource(
                                    grey, width, height, 0, 0, width, height, false)));
        }
    }
}
