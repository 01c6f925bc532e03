package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The bytes of a row, as evidence-format.md describes them. */
final class RowText {
    static final String FIRST_LINE = "packwitness row v1";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}(\\.salted)?");
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
        return readLines(body).filter(entry -> Arrays.equals(entry.body(), body));
    }

    private static Optional<Entry> readLines(byte[] body) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            String[] lines = text.split("\n", -1);
            if (lines.length < 6 || !lines[0].equals(FIRST_LINE)) return Optional.empty();
            Sha256 prev = new Sha256(after("prev ", lines[1]));
            long seq = Long.parseLong(after("seq ", lines[2]));
            long at = Long.parseLong(after("at ", lines[3]));
            EntryKind kind = EntryKind.valueOf(after("kind ", lines[4]));
            SortedMap<String, String> facts = new TreeMap<>();
            for (int i = 5; i < lines.length - 1; i++) {
                int space = lines[i].indexOf(' ');
                if (space < 0) return Optional.empty();
                String name = lines[i].substring(0, space);
                if (!NAME.matcher(name).matches()) return Optional.empty();
                facts.put(name, plain(lines[i].substring(space + 1)));
            }
            Instant when = Instant.ofEpochMilli(at);
            return Optional.of(new Entry(seq, kind, when, facts, prev, leaf(body)));
        } catch (CharacterCodingException | IllegalArgumentException notARow) {
            return Optional.empty();
        }
    }

    static Sha256 leaf(byte[] body) {
        return Sha256.of(new byte[1], body);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String after(String label, String line) {
        if (!line.startsWith(label)) throw new IllegalArgumentException(line);
        return line.substring(label.length());
    }

    private static void escape(String value, StringBuilder into) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == 0x7f || c == '\\')
                into.append('\\').append(HEX.toHexDigits((byte) c));
            else into.append(c);
        }
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) return escaped;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                if (i + 3 > escaped.length()) throw new IllegalArgumentException("cut escape");
                text.append((char) HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
