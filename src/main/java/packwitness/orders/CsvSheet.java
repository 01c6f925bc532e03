package packwitness.orders;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text file with separators, row by row, in little memory. */
final class CsvSheet {
    /** No cell of an honest file comes near; a quote that is never closed runs into it. */
    private static final int LONGEST_CELL = 1 << 20;

    private static final int HEAD = 1 << 16;

    private CsvSheet() {}

    static SheetLook read(Path file, RowVisitor visitor) throws Failure, IOException {
        Charsets.Found found = Charsets.of(file);
        char separator;
        try (Reader head = open(file, found)) {
            separator = separator(head);
        }
        if (splitsAsBytes(found.charset(), separator)) bytes(file, found, separator, visitor);
        else letters(file, found, separator, visitor);
        return new SheetLook(
                found.charset().name(), separator == '\t' ? "TAB" : String.valueOf(separator));
    }

    private static void bytes(Path file, Charsets.Found found, char separator, RowVisitor visitor)
            throws Failure, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(found.skip());
            ByteRows rows =
                    new ByteRows(in, separator, LONGEST_CELL, new LateTexts(found.charset()));
            try {
                rows.read(visitor);
            } catch (ByteRows.Broken broken) {
                throw new Failure(OrdersProblem.BROKEN_ROW, broken, Sheet.name(file), rows.line());
            }
        }
    }

    /** Reads characters whose parts could be taken for separators: they are decoded first. */
    private static void letters(Path file, Charsets.Found found, char separator, RowVisitor visitor)
            throws Failure, IOException {
        long row = 0;
        try (Reader in = open(file, found);
                CsvReader<Cells> reader =
                        CsvReader.builder()
                                .fieldSeparator(separator)
                                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .allowUnclosedQuote(false)
                                .maxBufferSize(LONGEST_CELL)
                                .build(new Filler(), in)) {
            for (Cells cells : reader) {
                row = cells.row();
                if (!visitor.see(cells)) break;
            }
        } catch (CsvParseException broken) {
            throw new Failure(OrdersProblem.BROKEN_ROW, broken, Sheet.name(file), row + 1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Reader open(Path file, Charsets.Found found) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(found.skip());
        return new InputStreamReader(in, found.charset());
    }

    /**
     * Returns whether no part of a longer character can be taken for a separator, a quotation mark
     * or an end of line: GB18030 writes second bytes from 0x30 to 0x39 and from 0x40 on, where only
     * the bar stands.
     */
    private static boolean splitsAsBytes(Charset charset, char separator) {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.equals(Charsets.CHINESE) && separator != '|';
    }

    /** The first line decides: the sign that stands there most often outside quotes. */
    private static char separator(Reader reader) throws IOException {
        char[] head = new char[HEAD];
        int length = 0;
        for (int n = reader.read(head, 0, HEAD);
                n > 0;
                n = reader.read(head, length, HEAD - length)) length += n;
        int[] found = new int[4];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            char c = head[i];
            if (c == '"') quoted = !quoted;
            if (!quoted && (c == '\n' || c == '\r') && found[0] + found[1] + found[2] > 0) break;
            int at = ",\t;|".indexOf(c);
            if (!quoted && at >= 0) found[at]++;
        }
        int best = 0;
        for (int i = 1; i < found.length; i++) if (found[i] > found[best]) best = i;
        // Cells led by a tab stand between commas; then there are at least as many commas.
        return ",\t;|".charAt(best);
    }

    /** Fills one row's cells straight from the reader's buffer. */
    private static final class Filler extends AbstractBaseCsvCallbackHandler<Cells> {
        private final Cells cells = new Cells();

        @Override
        protected void handleBegin(long line) {
            cells.begin(line);
        }

        @Override
        protected void handleField(
                int column, char[] buffer, int offset, int length, boolean quoted) {
            if (cells.wants(column)) cells.set(column, Bare.of(buffer, offset, length), false);
        }

        @Override
        protected Cells buildRecord() {
            return cells;
        }
    }
}
