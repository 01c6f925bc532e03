package packwitness.orders;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of a CSV or XLSX file as plain text; wrappers that platforms put around numbers are off.
 */
final class Sheet {
    private Sheet() {}

    static List<List<String>> rows(Path file) throws Failure {
        try {
            byte[] head = head(file);
            if (head.length == 0) throw new Failure(OrdersProblem.EMPTY, file);
            boolean zip = head.length > 3 && head[0] == 'P' && head[1] == 'K';
            List<List<String>> rows = zip ? excel(file) : csv(file);
            if (rows.size() < 2) throw new Failure(OrdersProblem.EMPTY, file);
            return rows;
        } catch (IOException | ExcelReaderException e) {
            throw new Failure(OrdersProblem.UNREADABLE, e, file);
        } catch (RuntimeException malformed) {
            // Both readers report a malformed file by exceptions of their own.
            throw new Failure(OrdersProblem.UNREADABLE, malformed, file);
        }
    }

    private static List<List<String>> csv(Path file) throws IOException {
        String text = decode(Files.readAllBytes(file));
        String firstLine = text.lines().findFirst().orElse("");
        char separator = firstLine.contains("\t") && !firstLine.contains(",") ? '\t' : ',';
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord record : reader)
                rows.add(record.getFields().stream().map(Sheet::bare).toList());
        }
        return rows;
    }

    private static List<List<String>> excel(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> sheet = book.getFirstSheet().openStream()) {
            sheet.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    var cell = row.getCell(i);
                    cells.add(cell == null ? "" : bare(cell.getText()));
                }
                rows.add(cells);
            });
        }
        return rows;
    }

    /** BOM, else strict UTF-8, else GB18030. */
    static String decode(byte[] bytes) {
        if (bytes.length > 2
                && (bytes[0] & 255) == 0xEF
                && (bytes[1] & 255) == 0xBB
                && (bytes[2] & 255) == 0xBF)
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    /** Takes off tabs, a leading apostrophe, and the {@code ="…"} that keeps a number text. */
    static String bare(String cell) {
        String value = cell.strip();
        if (value.startsWith("=\"") && value.endsWith("\"") && value.length() > 2)
            value = value.substring(2, value.length() - 1);
        if (value.startsWith("'")) value = value.substring(1);
        return value.strip();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }
}
