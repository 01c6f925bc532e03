package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;
import packwitness.value.Problem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are broken or mean harm end in one clear problem. */
class HostileOrderFilesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BOOK =
            "<workbook><sheets><sheet name='1' sheetId='1'/></sheets></workbook>";

    @TempDir Path folder;

    @Test
    void aCellWithoutEndInAWorkbookIsBrokenOff() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = book(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData><row><c t='str'><v>".getBytes(StandardCharsets.UTF_8));
            fill(zip, 64);
        }
        assertTrue(Files.size(file) < 1 << 20);
        assertEquals(OrdersProblem.TOO_LARGE, problem(file));
    }

    @Test
    void sharedTextsWithoutEndAreBrokenOff() throws Exception {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = book(file)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>".getBytes(StandardCharsets.UTF_8));
            fill(zip, 64);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet/>".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(OrdersProblem.TOO_LARGE, problem(file));
    }

    @Test
    void aCellWithoutEndInATextFileIsBrokenOff() throws Exception {
        Path file = folder.resolve("long.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("订单号,快递单号\n1,\"".getBytes(StandardCharsets.UTF_8));
            fill(out, 8);
        }
        assertEquals(OrdersProblem.BROKEN_ROW, problem(file));
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSwallowsNoRows() throws Exception {
        assertEquals(OrdersProblem.BROKEN_ROW, problem(text("订单号,快递单号\n1,\"SF1\n2,SF2\n3,SF3\n")));
    }

    @Test
    void anEntityIsNeverExpanded() throws Exception {
        Path file = folder.resolve("xxe.xlsx");
        try (ZipOutputStream zip = book(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(
                    ("<!DOCTYPE x [<!ENTITY e SYSTEM"
                                    + " \"file:///etc/passwd\">]><worksheet><sheetData><row><c"
                                    + " t='str'><v>订单号&e;</v></c></row></sheetData></worksheet>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        Failure failure = assertThrows(Failure.class, () -> refuse(file));
        assertTrue(failure.details().stream().noneMatch(d -> d.toString().contains("root:")));
    }

    @Test
    void aLongNumberKeptAsANumberIsRefusedWithItsPlace() throws Exception {
        Path file = folder.resolve("numbers.xlsx");
        try (ZipOutputStream zip = book(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(
                    ("<worksheet><sheetData><row r='1'><c r='A1'"
                         + " t='inlineStr'><is><t>订单号</t></is></c></row><row r='2'><c"
                         + " r='A2'><v>123456789012345</v></c></row><row r='3'><c"
                         + " r='A3'><v>1.2345678901234568E18</v></c></row></sheetData></worksheet>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        Failure failure = assertThrows(Failure.class, () -> refuse(file));
        assertEquals(OrdersProblem.SPOILT_NUMBER, failure.problem());
        assertEquals(3L, failure.details().get(1));
        assertEquals("订单号", failure.details().get(2));
    }

    @Test
    void roundedLongNumbersAreRefused() throws Exception {
        Path file =
                text(
                        "订单号,快递单号\n"
                                + "310000000000123000,SF1\n"
                                + "310000000000456000,SF2\n"
                                + "310000000000789000,SF3\n");
        assertEquals(OrdersProblem.ROUNDED_NUMBERS, problem(file));
    }

    @Test
    void aFormulaIsKeptAsPlainTextAndTold() throws Exception {
        ImportPreview found =
                OrderImport.look(text("订单号,买家昵称,商品\n1,\"=HYPERLINK(\"\"http://x\"\")\",杯\n"), ZONE);
        assertEquals(RowTrouble.Kind.FORMULA, found.troubles().getFirst().kind());
        assertEquals(2, found.troubles().getFirst().row());
        assertEquals("买家昵称", found.troubles().getFirst().column());
        assertEquals(1, found.orders());
    }

    @Test
    void cutAndNoisyFilesEndInAProblemOrAPreview() throws Exception {
        Path whole = folder.resolve("whole.xlsx");
        try (ZipOutputStream zip = book(whole)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(
                    "<worksheet><sheetData><row><c t='str'><v>订单号</v></c></row></sheetData></worksheet>"
                            .getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] bad =
                    Arrays.copyOf(bytes, i % 2 == 0 ? random.nextInt(bytes.length) : bytes.length);
            for (int n = 0; n < 3 && bad.length > 0; n++)
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("bad.xlsx"), bad);
            try {
                OrderImport.look(file, ZONE);
            } catch (Failure told) {
                assertTrue(told.problem() instanceof OrdersProblem);
            }
            random.nextBytes(bad);
            Files.write(file, bad);
            try {
                OrderImport.look(file, ZONE);
            } catch (Failure told) {
                assertTrue(told.problem() instanceof OrdersProblem);
            }
        }
    }

    @Test
    void aNumberThatIsRefusedIsToldOnceAndWithoutTheFoldersOfItsFile() throws Exception {
        ImportPreview found = OrderImport.look(text("订单号,快递单号\n1.23E+17,SF1\n310,SF2\n"), ZONE);
        assertEquals(List.of(RowTrouble.Kind.SPOILT), kinds(found));
        assertEquals("file.csv", found.refusal().orElseThrow().details().getFirst());
        assertEquals("9.99E+99", found.refusal().orElseThrow().details().get(3));
        assertEquals("9.9E99", Shape.of("1.2E18"));
    }

    @Test
    void signsThatCommandAScreenAreTakenOutAndTold() throws Exception {
        ImportPreview found =
                OrderImport.look(
                        text("订单号,买家\u001b[2J昵称,商品\n310,小\u0000王,杯\u0007子\n311,a\tb,杯\n"), ZONE);
        assertEquals("买家[2J昵称", found.headings().get(1).name());
        assertEquals(List.of(RowTrouble.Kind.UNREADABLE), kinds(found));
        assertEquals(2, found.orders());
        ImportPreview commanding = OrderImport.look(text("订单号,商品\n31\u009b0,杯\n311,杯\n"), ZONE);
        assertEquals(List.of(RowTrouble.Kind.BAD_NUMBER), kinds(commanding));
        assertEquals("小王\t", Signs.readable("小\u0000王\u009b\t"));
    }

    @Test
    void ofAPictureThatIsNamedCsvLittleIsTold() throws Exception {
        byte[] bytes = new byte[200_000];
        new Random(9).nextBytes(bytes);
        Path file = Files.write(folder.resolve("photo.csv"), bytes);
        Failure failure = assertThrows(Failure.class, () -> refuse(file));
        assertTrue(failure.details().toString().length() < 400);
    }

    @Test
    void aFileOfRefundsIsNotAskedForWaybills() throws Exception {
        ImportPreview found =
                OrderImport.look(text("售后编号,订单编号,售后状态,退款金额\nR1,310,待商家处理,1.00\n"), ZONE);
        assertEquals(FileKind.REFUNDS, found.kind());
        assertEquals(0, found.withoutWaybill());
    }

    @Test
    void aRowThatSaysThereIsNoRefundIsNotCountedAsOne() throws Exception {
        ImportPreview found =
                OrderImport.look(text("订单号,商品,售后状态\n310,杯,无售后或售后取消\n311,杯,售后处理中\n"), ZONE);
        assertEquals(1, found.refunds());
    }

    private static List<RowTrouble.Kind> kinds(ImportPreview found) {
        return found.troubles().stream().map(RowTrouble::kind).distinct().toList();
    }

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private static Problem problem(Path file) {
        return assertThrows(Failure.class, () -> refuse(file)).problem();
    }

    private static void refuse(Path file) throws Failure {
        ImportPreview found = OrderImport.look(file, ZONE);
        if (found.refusal().isPresent()) throw found.refusal().get();
    }

    private static ZipOutputStream book(Path file) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        zip.write(BOOK.getBytes(StandardCharsets.UTF_8));
        return zip;
    }

    private static void fill(OutputStream out, int megabytes) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'A');
        for (int i = 0; i < megabytes; i++) out.write(block);
    }
}
