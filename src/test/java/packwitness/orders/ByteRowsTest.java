package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows split while they are bytes are the rows that FastCSV finds among the letters. */
class ByteRowsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BROKEN = "broken";
    private static final String[] PIECES = {
        "a",
        "12",
        "3100000000000000001",
        "手工青瓷",
        "𠮷",
        "é",
        " ",
        "\t",
        ",",
        ",",
        ",",
        ";",
        "\"",
        "\"",
        "\"\"",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "|",
        "=",
        "'",
        "\0",
        "\u000b",
        "x\"y",
        "\"=\"\"99\"\"\"",
        "，",
        "\u3000"
    };

    @Test
    void everyFileIsSplitAsFastCsvSplitsIt() throws Exception {
        Random random = new Random(11);
        int broken = 0;
        for (int i = 0; i < 8_000; i++) {
            char separator = ",\t;".charAt(random.nextInt(3));
            Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : GB18030;
            String text = text(random);
            List<String> expected = byLetters(text, separator);
            if (expected.contains(BROKEN)) broken++;
            assertEquals(
                    expected,
                    byBytes(text.getBytes(charset), charset, separator, random),
                    () -> text.replace("\n", "\\n").replace("\r", "\\r"));
        }
        assertTrue(broken > 800 && broken < 7_200, "both kinds of files were made: " + broken);
    }

    @Test
    void aCellLongerThanThePortionsThatAreReadIsWhole() throws Exception {
        String cell = "杯".repeat(100_000);
        String text = "1," + cell + ",\"" + cell + "\"\"\n\",2\n3";
        List<String> rows = byBytes(text.getBytes(GB18030), GB18030, ',', new Random(1));
        assertEquals(List.of("1: 1|" + cell + "|" + cell + "\"|2", "3: 3"), rows);
    }

    @Test
    void aCellWithoutEndIsBrokenOffBeforeItFillsTheMemory() {
        long[] given = new long[1];
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        given[0]++;
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        given[0] += length;
                        Arrays.fill(into, offset, offset + length, (byte) 'x');
                        return length;
                    }
                };
        ByteRows rows = new ByteRows(endless, ',', 1 << 20, new LateTexts(StandardCharsets.UTF_8));
        assertThrows(ByteRows.Broken.class, () -> rows.read(cells -> true));
        assertTrue(given[0] <= 4 << 20, "read " + given[0]);
    }

    @Test
    void signsThatCannotBeReadSpoilOnlyTheirOwnCell() throws Exception {
        byte[] text = {'1', ',', (byte) 0xE6, (byte) 0x89, ',', (byte) 0xFF, '"', ',', 'b', '\n'};
        assertEquals(
                List.of("1: 1|\uFFFD|\uFFFD\"|b"),
                byBytes(text, StandardCharsets.UTF_8, ',', new Random(2)));
    }

    @Test
    void wordsThatComeAgainAreNeverMixedUp() {
        LateTexts texts = new LateTexts(StandardCharsets.UTF_8);
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            String word = "青瓷茶杯 " + random.nextInt(2000) + (random.nextBoolean() ? " 送礼" : "");
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            assertEquals(word, texts.again(i % 3, bytes, 0, bytes.length));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
        return text.toString();
    }

    private static List<String> byLetters(String text, char separator) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : reader)
                rows.add(
                        row.getStartingLineNumber()
                                + ": "
                                + String.join(
                                        "|", row.getFields().stream().map(Bare::of).toList()));
        } catch (CsvParseException e) {
            rows.add(BROKEN);
        }
        return rows;
    }

    private static List<String> byBytes(byte[] text, Charset charset, char separator, Random random)
            throws Exception {
        List<String> rows = new ArrayList<>();
        InputStream dripping =
                new ByteArrayInputStream(text) {
                    @Override
                    public synchronized int read(byte[] into, int offset, int length) {
                        int some = text.length > 1000 ? length : 1 + random.nextInt(12);
                        return super.read(into, offset, Math.min(length, some));
                    }
                };
        try {
            new ByteRows(dripping, separator, 1 << 20, new LateTexts(charset))
                    .read(cells -> {
                        rows.add(cells.row() + ": " + String.join("|", cells.all()));
                        return true;
                    });
        } catch (ByteRows.Broken e) {
            rows.add(BROKEN);
        }
        return rows;
    }
}
