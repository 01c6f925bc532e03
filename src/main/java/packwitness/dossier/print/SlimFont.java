package packwitness.dossier.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Empties what a subset font says of letters it no longer has: the library keeps the widths of all
 * thirty thousand, which do not compress. The widths of the letters in use stay as they are.
 */
final class SlimFont {
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int LONG_OFFSETS_AT = 50;
    private static final int LONG_METRICS_AT = 34;

    private record Table(int entry, int offset, int length) {}

    private SlimFont() {}

    /** Returns the font with empty metrics for empty letters, or as it is where it is unusual. */
    static byte[] of(byte[] font) {
        byte[] slim = font.clone();
        ByteBuffer data = ByteBuffer.wrap(slim);
        Map<String, Table> tables = tables(slim, data);
        Table head = tables.get("head");
        Table loca = tables.get("loca");
        Table metrics = tables.get("hmtx");
        Table header = tables.get("hhea");
        if (head == null || loca == null || metrics == null || header == null) return font;
        if (data.getShort(head.offset() + LONG_OFFSETS_AT) != 1) return font;
        int letters = data.getShort(header.offset() + LONG_METRICS_AT) & 0xffff;
        letters = Math.min(letters, Math.min(metrics.length(), loca.length()) / 4 - 1);
        for (int letter = 1; letter < letters; letter++) {
            int at = loca.offset() + 4 * letter;
            if (data.getInt(at) == data.getInt(at + 4) && !blankInUse(data, metrics, letter))
                data.putInt(metrics.offset() + 4 * letter, FULL_WIDTH);
        }
        data.putInt(metrics.entry() + 4, checksum(data, metrics));
        return slim;
    }

    /** A letter of the usual width; viewers take widths from the PDF, which keeps the true ones. */
    private static final int FULL_WIDTH = 1000 << 16;

    /** Blanks such as the space have no outline but a width of their own, and stand first. */
    private static boolean blankInUse(ByteBuffer data, Table metrics, int letter) {
        return letter < 4 || (data.getShort(metrics.offset() + 4 * letter) & 0xffff) == 0;
    }

    private static Map<String, Table> tables(byte[] font, ByteBuffer data) {
        Map<String, Table> tables = new HashMap<>();
        int count = data.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = DIRECTORY + ENTRY * i;
            String name =
                    new String(Arrays.copyOfRange(font, at, at + 4), StandardCharsets.US_ASCII);
            tables.put(name, new Table(at, data.getInt(at + 8), data.getInt(at + 12)));
        }
        return tables;
    }

    private static int checksum(ByteBuffer data, Table table) {
        int sum = 0;
        for (int at = 0; at + 3 < table.length(); at += 4) sum += data.getInt(table.offset() + at);
        return sum;
    }
}
