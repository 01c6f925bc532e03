package packwitness.orders;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds out in which characters a text file is written. */
final class Charsets {
    private static final int WINDOW = 1 << 18;
    static final Charset CHINESE = Charset.forName("GB18030");

    private Charsets() {}

    /**
     * What was found.
     *
     * @param skip the bytes of the mark at the beginning
     */
    record Found(Charset charset, int skip) {}

    /**
     * A mark at the beginning decides, else whether the first stretch that is not plain ASCII is
     * strict UTF-8, else it is GB18030.
     */
    static Found of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), WINDOW)) {
            byte[] window = in.readNBytes(WINDOW);
            Found marked = marked(window);
            if (marked != null) return marked;
            // An English heading tells nothing; what comes far below may be a Chinese address.
            while (window.length > 0) {
                int first = firstBeyondAscii(window);
                if (first >= 0) {
                    byte[] tail = Arrays.copyOfRange(window, first, window.length);
                    byte[] more = in.readNBytes(WINDOW);
                    byte[] stretch = Arrays.copyOf(tail, tail.length + more.length);
                    System.arraycopy(more, 0, stretch, tail.length, more.length);
                    return new Found(isUtf8(stretch) ? StandardCharsets.UTF_8 : CHINESE, 0);
                }
                window = in.readNBytes(WINDOW);
            }
            return new Found(StandardCharsets.UTF_8, 0);
        }
    }

    private static @Nullable Found marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) return new Found(StandardCharsets.UTF_8, 3);
        if (starts(head, 0xFF, 0xFE)) return new Found(StandardCharsets.UTF_16LE, 2);
        if (starts(head, 0xFE, 0xFF)) return new Found(StandardCharsets.UTF_16BE, 2);
        return null;
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((head[i] & 255) != mark[i]) return false;
        return true;
    }

    private static int firstBeyondAscii(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) if (bytes[i] < 0) return i;
        return -1;
    }

    /** A character cut by the end of the stretch is no fault. */
    private static boolean isUtf8(byte[] stretch) {
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(
                                ByteBuffer.wrap(stretch),
                                CharBuffer.allocate(stretch.length),
                                false);
        return !result.isError();
    }
}
