package packwitness.shop;

import packwitness.value.Sha256;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The words in which a copy of ours says inside its file what it is a copy of. */
final class CopyMark {
    private static final Pattern MARK =
            Pattern.compile("packwitness-copy (redacted|clip|frame) of sha256:([0-9a-f]{64})");
    private static final int LOOKED_AT = 256 << 10;
    private static final int AFTER_HEADER = 8 + 25;

    private CopyMark() {}

    static String of(Handed.Kind kind, Sha256 source) {
        return "packwitness-copy "
                + kind.name().toLowerCase(Locale.ROOT)
                + " of sha256:"
                + source.hex();
    }

    /** Returns the PNG with the mark in a text chunk behind its header. */
    static byte[] inPng(byte[] png, Handed.Kind kind, Sha256 source) {
        byte[] content = ("Description\0" + of(kind, source)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] typed = new byte[4 + content.length];
        System.arraycopy("tEXt".getBytes(StandardCharsets.US_ASCII), 0, typed, 0, 4);
        System.arraycopy(content, 0, typed, 4, content.length);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(png.length + typed.length + 8)
                .put(png, 0, AFTER_HEADER)
                .putInt(content.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
                .array();
    }

    /** Returns of which source the file says it is a copy. */
    static Optional<String> read(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            Optional<String> first = find(bytes, 0, length);
            return first.isPresent() || length <= LOOKED_AT
                    ? first
                    : find(bytes, length - LOOKED_AT, length);
        }
    }

    private static Optional<String> find(RandomAccessFile bytes, long from, long length)
            throws IOException {
        byte[] part = new byte[(int) Math.min(LOOKED_AT, length - from)];
        bytes.seek(from);
        int read = bytes.read(part);
        if (read <= 0) return Optional.empty();
        Matcher mark =
                MARK.matcher(new String(Arrays.copyOf(part, read), StandardCharsets.ISO_8859_1));
        return mark.find() ? Optional.of(mark.group(2)) : Optional.empty();
    }
}
