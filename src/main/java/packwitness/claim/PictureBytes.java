package packwitness.claim;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by its first bytes whether a file can be a picture or a video; nothing is decoded. */
final class PictureBytes {
    private PictureBytes() {}

    /** Returns what the file is instead of a picture, or nothing where it is one. */
    static Optional<String> otherThanPicture(byte[] bytes) {
        if (starts(bytes, 0, "\u00ff\u00d8\u00ff")
                || starts(bytes, 0, "\u0089PNG")
                || starts(bytes, 0, "GIF8")
                || starts(bytes, 0, "BM")
                || starts(bytes, 0, "II*\0")
                || starts(bytes, 0, "MM\0*")
                || starts(bytes, 0, "RIFF")
                || starts(bytes, 0, "\u001aE\u00df\u00a3")
                || starts(bytes, 0, "FLV")
                || starts(bytes, 4, "ftyp")
                || starts(bytes, 4, "moov")) return Optional.empty();
        if (starts(bytes, 0, "%PDF")) return Optional.of("PDF");
        if (starts(bytes, 0, "PK")) return Optional.of("ZIP");
        if (starts(bytes, 0, "<")) return Optional.of("HTML/XML");
        return Optional.of("?");
    }

    private static boolean starts(byte[] bytes, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < offset + wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if (bytes[offset + i] != wanted[i]) return false;
        return true;
    }
}
