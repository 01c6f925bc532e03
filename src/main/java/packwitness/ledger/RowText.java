package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** The bytes of a row, as evidence-format.md describes them. */
final class RowText {
    static final String FIRST_LINE = "packwitness row v1";

    private RowText() {}

    static byte[] write(
            Sha256 prev, long seq, long at, String kind, SortedMap<String, String> facts) {
        throw new IllegalStateException("not yet");
    }

    static Sha256 leaf(byte[] body) {
        return Sha256.of(new byte[1], body);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
