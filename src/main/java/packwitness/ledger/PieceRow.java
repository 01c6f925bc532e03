package packwitness.ledger;

import java.util.Optional;

/**
 * A SEGMENT row read straight from its bytes. There is one for each second that was ever recorded,
 * so they alone decide how long a check takes; whatever is not exactly the usual row of a piece is
 * left to {@link RowReader}.
 *
 * @param prev raw hash
 * @param at milliseconds
 * @param take decimal digits, as the other rows name it
 */
record PieceRow(
        byte[] prev, long at, Optional<Long> shipment, String take, long takeId, Take.Piece piece) {
    private static final byte[] FIRST = RowText.utf8(RowText.FIRST_LINE + "\nprev ");
    private static final byte[] SEQ = RowText.utf8("\nseq ");
    private static final byte[] AT = RowText.utf8("\nat ");
    private static final byte[] FRAMES = RowText.utf8("\nkind SEGMENT\nframes ");
    private static final byte[] LENGTH = RowText.utf8("\nlength ");
    private static final byte[] LINK = RowText.utf8("\nlink ");
    private static final byte[] OFFSET = RowText.utf8("\noffset ");
    private static final byte[] NUMBER = RowText.utf8("\nsegment ");
    private static final byte[] HASH = RowText.utf8("\nsha256 ");
    private static final byte[] SHIPMENT = RowText.utf8("\nshipment ");
    private static final byte[] TAKE = RowText.utf8("\ntake ");
    private static final int RAW = 32;

    /** More digits might not fit a long; such a row is read the long way. */
    private static final int MOST_DIGITS = 18;

    static Optional<PieceRow> read(byte[] body) {
        Cursor cursor = new Cursor(body);
        byte[] prev = cursor.hash(FIRST);
        long seq = cursor.number(SEQ);
        long at = cursor.number(AT);
        long frames = cursor.number(FRAMES);
        long length = cursor.number(LENGTH);
        byte[] link = cursor.hash(LINK);
        long offset = cursor.number(OFFSET);
        long number = cursor.number(NUMBER);
        byte[] sha256 = cursor.hash(HASH);
        Optional<Long> shipment =
                cursor.stands(SHIPMENT) ? Optional.of(cursor.number(SHIPMENT)) : Optional.empty();
        long take = cursor.number(TAKE);
        if (!cursor.endsHere()) return Optional.empty();
        return Optional.of(
                new PieceRow(
                        prev,
                        at,
                        shipment,
                        Long.toString(take),
                        take,
                        new Take.Piece(seq, number, offset, length, sha256, link, frames)));
    }

    long seq() {
        return piece.seq();
    }

    /** Goes through the bytes once; after anything unexpected it only knows that it failed. */
    private static final class Cursor {
        private final byte[] body;
        private int at;
        private boolean failed;

        Cursor(byte[] body) {
            this.body = body;
        }

        boolean stands(byte[] text) {
            if (failed || at + text.length > body.length) return false;
            for (int i = 0; i < text.length; i++) if (body[at + i] != text[i]) return false;
            return true;
        }

        private void pass(byte[] text) {
            failed |= !stands(text);
            at += text.length;
        }

        byte[] hash(byte[] before) {
            pass(before);
            byte[] raw = new byte[RAW];
            if (failed || at + 2 * RAW > body.length) {
                failed = true;
                return raw;
            }
            for (int i = 0; i < RAW; i++) {
                // A negative digit stays negative when it is shifted and joined.
                int value = Hex.digit(body[at + 2 * i]) << 4 | Hex.digit(body[at + 2 * i + 1]);
                failed |= value < 0;
                raw[i] = (byte) value;
            }
            at += 2 * RAW;
            return raw;
        }

        long number(byte[] before) {
            pass(before);
            int from = at;
            long value = 0;
            while (!failed && at < body.length && body[at] >= '0' && body[at] <= '9') {
                value = 10 * value + body[at++] - '0';
                failed |= at - from > MOST_DIGITS;
            }
            boolean leadingZero = !failed && at - from > 1 && body[from] == '0';
            failed |= at == from || leadingZero;
            return value;
        }

        boolean endsHere() {
            return !failed && at == body.length - 1 && body[at] == '\n';
        }
    }

    /** Lower-case hexadecimal digits in raw bytes. */
    static final class Hex {
        private Hex() {}

        /** Returns the value of the digit, or a negative number. */
        static int digit(byte c) {
            if (c >= '0' && c <= '9') return c - '0';
            if (c >= 'a' && c <= 'f') return c - 'a' + 10;
            return -1;
        }

        /** Tells whether the text is this hash in hexadecimal. */
        static boolean says(byte[] text, byte[] raw) {
            if (text.length != 2 * raw.length) return false;
            for (int i = 0; i < raw.length; i++) {
                int value = digit(text[2 * i]) << 4 | digit(text[2 * i + 1]);
                if (value != (raw[i] & 0xff)) return false;
            }
            return true;
        }
    }
}
