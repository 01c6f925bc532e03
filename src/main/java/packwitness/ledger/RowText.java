package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The bytes of a row, as evidence-format.md describes them. */
final class RowText {
    static final String FIRST_LINE = "packwitness row v1";

    private static final HexFormat HEX = HexFormat.of();

    private RowText() {}

    static byte[] write(
            Sha256 prev, long seq, long at, String kind, SortedMap<String, String> facts) {
        StringBuilder text = new StringBuilder(200 + 80 * facts.size());
        text.append(FIRST_LINE).append('\n');
        text.append("prev ").append(prev.hex()).append('\n');
        text.append("seq ").append(seq).append('\n');
        text.append("at ").append(at).append('\n');
        text.append("kind ").append(kind).append('\n');
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text.append(fact.getKey()).append(' ');
            escape(fact.getValue(), text);
            text.append('\n');
        }
        return utf8(text.toString());
    }

    /** Reads a row; nothing where the bytes are not exactly what {@link #write} makes. */
    static Optional<Entry> read(byte[] body) {
        return RowReader.read(body, leaf(body));
    }

    static Sha256 leaf(byte[] body) {
        return Sha256.of(new byte[1], body);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void escape(String value, StringBuilder into) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\')
                into.append('\\').append(HEX.toHexDigits((byte) c));
            else into.append(c);
        }
    }
}
