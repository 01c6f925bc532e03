package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the bytes of one row in a single pass and takes nothing but their canonical form: what is
 * read gives the very same bytes when it is written again.
 */
final class RowReader {
    private static final byte[] FIRST = RowText.utf8(RowText.FIRST_LINE + "\nprev ");
    private static final byte[] SEQ = RowText.utf8("\nseq ");
    private static final byte[] AT = RowText.utf8("\nat ");
    private static final byte[] KIND = RowText.utf8("\nkind ");
    private static final int HASH = 64;
    private static final int LONGEST_NAME = 40;
    private static final Map<String, EntryKind> KINDS =
            Stream.of(EntryKind.values())
                    .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final byte[] body;
    private int at;

    private RowReader(byte[] body) {
        this.body = body;
    }

    static Optional<Entry> read(byte[] body, Sha256 leaf) {
        try {
            return Optional.of(new RowReader(body).row(leaf));
        } catch (NotARow | CharacterCodingException | ArithmeticException notCanonical) {
            return Optional.empty();
        }
    }

    /** Thrown and caught in this class alone; hostile rows come by the million, so no trace. */
    private static final class NotARow extends Exception {
        NotARow() {
            super("not a row", null, false, false);
        }
    }

    private Entry row(Sha256 leaf) throws NotARow, CharacterCodingException {
        expect(FIRST);
        String prev = plain(to(HASH));
        if (!Sha256.isHex(prev)) throw new NotARow();
        expect(SEQ);
        long seq = number(false);
        expect(AT);
        long when = number(true);
        expect(KIND);
        EntryKind kind = KINDS.get(plain(end('\n')));
        if (kind == null) throw new NotARow();
        next();
        SortedMap<String, String> facts = new TreeMap<>();
        String before = "";
        while (at < body.length) {
            String name = name();
            if (name.compareTo(before) <= 0) throw new NotARow();
            next();
            facts.put(name, value());
            before = name;
        }
        return new Entry(seq, kind, Instant.ofEpochMilli(when), facts, new Sha256(prev), leaf);
    }

    private void expect(byte[] text) throws NotARow {
        if (at + text.length > body.length) throw new NotARow();
        for (byte one : text) if (body[at++] != one) throw new NotARow();
    }

    private void next() throws NotARow {
        if (at >= body.length) throw new NotARow();
        at++;
    }

    /** Returns the place so many bytes on. */
    private int to(int length) throws NotARow {
        if (at + length > body.length) throw new NotARow();
        return at + length;
    }

    /** Returns the place of the next byte of this kind. */
    private int end(char stop) throws NotARow {
        for (int i = at; i < body.length; i++) if (body[i] == stop) return i;
        throw new NotARow();
    }

    private String plain(int end) {
        String text = new String(body, at, end - at, StandardCharsets.ISO_8859_1);
        at = end;
        return text;
    }

    private long number(boolean maybeNegative) throws NotARow {
        int end = end('\n');
        boolean negative = maybeNegative && at < end && body[at] == '-';
        int from = negative ? at + 1 : at;
        boolean leadingZero = from < end && body[from] == '0' && (end - from > 1 || negative);
        if (from == end || leadingZero) throw new NotARow();
        long value = 0;
        for (int i = from; i < end; i++) {
            int digit = body[i] - '0';
            if (digit < 0 || digit > 9) throw new NotARow();
            value = Math.addExact(Math.multiplyExact(value, 10L), digit);
        }
        at = end;
        return negative ? -value : value;
    }

    private String name() throws NotARow {
        int end = end(' ');
        int bare = end;
        if (end - at > Salted.SUFFIX.length() && endsSalted(end))
            bare = end - Salted.SUFFIX.length();
        if (bare == at || bare - at > LONGEST_NAME) throw new NotARow();
        for (int i = at; i < bare; i++) {
            byte c = body[i];
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = (c >= '0' && c <= '9') || c == '_';
            if (!letter && (i == at || !other)) throw new NotARow();
        }
        return plain(end);
    }

    private boolean endsSalted(int end) {
        int from = end - Salted.SUFFIX.length();
        for (int i = 0; i < Salted.SUFFIX.length(); i++)
            if (body[from + i] != Salted.SUFFIX.charAt(i)) return false;
        return true;
    }

    private String value() throws NotARow, CharacterCodingException {
        int end = end('\n');
        boolean ascii = true;
        boolean escaped = false;
        for (int i = at; i < end; i++) {
            byte c = body[i];
            if (c < 0) ascii = false;
            else if (c == '\\') escaped = true;
            else if (c < 0x20 || c == 0x7f) throw new NotARow();
        }
        String text;
        if (ascii) text = plain(end);
        else {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body, at, end - at))
                            .toString();
            at = end;
        }
        at++;
        return escaped ? unescaped(text) : text;
    }

    private static String unescaped(String text) throws NotARow {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            if (i + 2 >= text.length()) throw new NotARow();
            int value = 16 * digit(text.charAt(i + 1)) + digit(text.charAt(i + 2));
            // Nothing else is ever escaped, so that a row has one form only.
            if (value >= 0x20 && value != 0x7f && value != '\\') throw new NotARow();
            plain.append((char) value);
            i += 2;
        }
        return plain.toString();
    }

    private static int digit(char c) throws NotARow {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        throw new NotARow();
    }
}
