package packwitness.orders;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the rows of a CSV or XLSX file; a damaged or hostile one is one clear problem. */
final class Sheet {
    private Sheet() {}

    /** Shows every row to the visitor, from the first to the last. */
    static SheetLook read(Path file, RowVisitor visitor) throws Failure {
        try {
            byte[] head = head(file);
            if (head.length == 0) throw new Failure(OrdersProblem.EMPTY, name(file));
            if (isZip(head)) return XlsxSheet.read(file, visitor);
            if (isOldExcel(head)) throw new Failure(OrdersProblem.OLD_EXCEL, name(file));
            return CsvSheet.read(file, visitor);
        } catch (IOException e) {
            throw new Failure(OrdersProblem.UNREADABLE, e, name(file));
        }
    }

    /** Returns the file as sentences name it: without the folders it lies in. */
    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isZip(byte[] head) {
        return head.length > 1 && head[0] == 'P' && head[1] == 'K';
    }

    private static boolean isOldExcel(byte[] head) {
        return head.length > 3 && (head[0] & 255) == 0xD0 && (head[1] & 255) == 0xCF;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }
}
