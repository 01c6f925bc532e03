package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The three lines of a checkpoint as read from a file. */
record Note(String origin, long size, Sha256 root) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LONGEST = 500;

    byte[] text() {
        String base64 = Base64.getEncoder().encodeToString(root.bytes());
        return RowText.utf8(origin + "\n" + size + "\n" + base64 + "\n");
    }

    /** Reads a note; nothing where it is not exactly what a ledger writes. */
    static Optional<Note> read(byte[] bytes) {
        if (bytes.length > LONGEST) return Optional.empty();
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 4 || !lines[1].matches("[0-9]{1,18}")) return Optional.empty();
        try {
            byte[] root = Base64.getDecoder().decode(lines[2]);
            if (root.length != 32) return Optional.empty();
            Note note = new Note(lines[0], Long.parseLong(lines[1]), Sha256.ofBytes(root));
            return Arrays.equals(note.text(), bytes) ? Optional.of(note) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Returns the eight characters shown on the screen and in the picture. */
    String code() {
        byte[] hash = Sha256.of(text()).bytes();
        long bits = 0;
        for (int i = 0; i < 5; i++) bits = bits << 8 | hash[i] & 0xff;
        StringBuilder code = new StringBuilder();
        for (int shift = 35; shift >= 0; shift -= 5)
            code.append(DIGITS.charAt((int) (bits >>> shift & 31)));
        return code.toString();
    }
}
