package packwitness.orders;

import de.siegmar.fastcsv.reader.CsvParseException;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text file with separators, row by row, in little memory. */
final class CsvSheet {
    private static final int HEAD = 1 << 16;

    private CsvSheet() {}

    static SheetLook read(Path file, RowVisitor visitor) throws Failure, IOException {
        Charsets.Found found = Charsets.of(file);
        char separator;
        try (Reader head = open(file, found)) {
            separator = separator(head);
        }
        long row = 0;
        try (RowsAhead rows = new RowsAhead(open(file, found), separator)) {
            for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
                row = cells.row();
                if (!visitor.see(cells)) break;
            }
        } catch (CsvParseException broken) {
            throw new Failure(OrdersProblem.BROKEN_ROW, broken, Sheet.name(file), row + 1);
        }
        return new SheetLook(
                found.charset().name(), separator == '\t' ? "TAB" : String.valueOf(separator));
    }

    private static Reader open(Path file, Charsets.Found found) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(found.skip());
        return new InputStreamReader(in, found.charset());
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
}
