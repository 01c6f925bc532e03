package packwitness.inspect.container;

import java.nio.charset.StandardCharsets;

/**
 * One field of an image file directory.
 *
 * @param directory {@code main}, {@code exif}, {@code gps} or {@code next}
 * @param type TIFF type: 1 byte, 2 ASCII, 3 short, 4 long, 7 undefined …
 * @param count number of values
 * @param big whether numbers are written with the big end first
 */
public record TiffField(String directory, int tag, int type, long count, boolean big, Bytes value) {
    /** Returns the text up to the first zero, trimmed. */
    public String text() {
        try {
            int end = value.find(0, 0);
            return (end < 0 ? value : value.part(0, end)).text().strip();
        } catch (Damage e) {
            return "";
        }
    }

    /** Returns a user comment by its leading character code; without one, as plain text. */
    public String comment() {
        if (value.says(0, "ASCII\0\0\0") || value.says(0, "\0\0\0\0\0\0\0\0"))
            return value.rest(8).text().replace("\0", "").strip();
        if (value.says(0, "UNICODE\0")) return utf16(value.rest(8));
        return value.text().replace("\0", "").strip();
    }

    /** Returns the text of a Windows field, always little-endian UTF-16. */
    public String wide() {
        return new String(value.copy(), StandardCharsets.UTF_16LE).replace("\0", "").strip();
    }

    /** Returns the first number, 0 if there is none. */
    public long number() {
        try {
            return switch (type) {
                case 1, 6, 7 -> value.u8(0);
                case 3, 8 -> big ? value.u16(0) : value.le16(0);
                case 4, 9, 13 -> big ? value.u32(0) : value.le32(0);
                default -> 0;
            };
        } catch (Damage e) {
            return 0;
        }
    }

    private String utf16(Bytes text) {
        // Writers disagree on the order of bytes; plain ASCII letters show which one it is.
        int zerosFirst = 0;
        int zerosSecond = 0;
        byte[] raw = text.copy();
        for (int i = 0; i + 1 < raw.length; i += 2) {
            if (raw[i] == 0) zerosFirst++;
            if (raw[i + 1] == 0) zerosSecond++;
        }
        boolean bigEnd = zerosFirst == zerosSecond ? big : zerosFirst > zerosSecond;
        return new String(raw, bigEnd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                .replace("\0", "")
                .strip();
    }
}
