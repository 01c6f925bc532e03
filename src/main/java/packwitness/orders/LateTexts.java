package packwitness.orders;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the texts of cells out of bytes; a word that comes again and again is made once. For one
 * thread.
 */
final class LateTexts {
    private static final int LONGEST_WORD = 256;

    /** Making so short a text is quicker than looking it up. */
    private static final int SHORTEST_WORD = 4;

    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final boolean utf8;
    private final CharsetDecoder decoder;
    private final List<Words> words = new ArrayList<>();

    /**
     * @param charset in which the bytes are written, and in which ASCII stands for itself
     */
    LateTexts(Charset charset) {
        utf8 = charset.equals(StandardCharsets.UTF_8);
        decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Returns the bare text of a cell in whose column hardly any value comes twice. */
    String once(byte[] bytes, int offset, int length) {
        int from = offset;
        int to = offset + length;
        // A number that is kept text: ="123".
        if (length > 3 && bytes[from] == '=' && bytes[from + 1] == '"' && bytes[to - 1] == '"') {
            int quote = from + 2;
            while (bytes[quote] != '"') quote++;
            if (quote == to - 1) {
                from += 2;
                to -= 1;
            }
        }
        return from == to ? "" : Bare.of(decoded(bytes, from, to - from));
    }

    /** Returns the bare text of a cell in whose column the same words come again. */
    String again(int column, byte[] bytes, int offset, int length) {
        if (length < SHORTEST_WORD || length > LONGEST_WORD) return once(bytes, offset, length);
        while (words.size() <= column) words.add(new Words());
        return words.get(column).text(this, bytes, offset, length);
    }

    private String decoded(byte[] bytes, int offset, int length) {
        if (utf8) return new String(bytes, offset, length, StandardCharsets.UTF_8);
        int all = 0;
        for (int i = offset; i < offset + length; i++) all |= bytes[i];
        if (all >= 0) return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, offset, length)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("what cannot be read is replaced", e);
        }
    }

    /** The words of one column that were met last. */
    private static final class Words {
        private static final int SLOTS = 1 << 8;

        private final long[] traces = new long[SLOTS];
        private final byte[][] spelled = new byte[SLOTS][0];
        private final String[] texts = new String[SLOTS];

        String text(LateTexts maker, byte[] bytes, int offset, int length) {
            long trace = trace(bytes, offset, length);
            int slot = (int) (trace >>> 56);
            if (traces[slot] == trace && isSpelled(slot, bytes, offset, length)) return texts[slot];
            String text = maker.once(bytes, offset, length);
            traces[slot] = trace;
            spelled[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
            texts[slot] = text;
            return text;
        }

        private boolean isSpelled(int slot, byte[] bytes, int offset, int length) {
            byte[] known = spelled[slot];
            return Arrays.equals(bytes, offset, offset + length, known, 0, known.length);
        }

        private static long trace(byte[] bytes, int offset, int length) {
            long trace = length;
            int end = offset + length;
            int i = offset;
            for (; i + Long.BYTES <= end; i += Long.BYTES)
                trace = (trace ^ (long) EIGHT.get(bytes, i)) * MIXER;
            for (; i < end; i++) trace = (trace ^ bytes[i]) * MIXER;
            return trace ^ trace << 29;
        }
    }
}
