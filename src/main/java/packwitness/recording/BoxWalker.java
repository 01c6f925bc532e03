package packwitness.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Follows the top-level boxes of an MP4 while its bytes pass; one thread. A link ends with each
 * {@code moov} and each {@code mdat}.
 */
final class BoxWalker {
    /** Is told of the pieces in order; together they are all bytes that passed. */
    interface Visitor {
        /** Gets bytes of a box, and whether they are the samples inside an {@code mdat}. */
        void bytes(byte[] from, int offset, int length, boolean samples);

        /** Is told that the bytes so far end a link. */
        void linkEnds();
    }

    private final Visitor visitor;
    private final byte[] header = new byte[16];
    private int headerLength;
    private String box = "";
    private long left;

    BoxWalker(Visitor visitor) {
        this.visitor = visitor;
    }

    void feed(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (left > 0) {
                int piece = (int) Math.min(left, end - at);
                visitor.bytes(bytes, at, piece, box.equals("mdat"));
                at += piece;
                left -= piece;
                if (left == 0) boxEnds();
            } else {
                header[headerLength++] = bytes[at];
                visitor.bytes(bytes, at, 1, false);
                at++;
                headerGrows();
            }
        }
    }

    /** Returns whether the bytes so far end with a box. */
    boolean between() {
        return left == 0 && headerLength == 0;
    }

    private void headerGrows() {
        long size = ByteBuffer.wrap(header).getInt() & 0xffffffffL;
        if (headerLength == 8) {
            box = new String(header, 4, 4, StandardCharsets.ISO_8859_1);
            if (size == 1) return;
            // A size of 0 means "to the end of the file"; we never write it, so it ends nothing.
            left = size == 0 ? Long.MAX_VALUE : Math.max(0, size - 8);
        } else if (headerLength == 16) {
            left = Math.max(0, ByteBuffer.wrap(header).getLong(8) - 16);
        } else {
            return;
        }
        headerLength = 0;
        if (left == 0) boxEnds();
    }

    private void boxEnds() {
        if (box.equals("mdat") || box.equals("moov")) visitor.linkEnds();
    }
}
