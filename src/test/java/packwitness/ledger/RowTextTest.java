package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Sha256;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class RowTextTest {
    private static final Sha256 PREV = Sha256.of(new byte[] {7});

    @Test
    void rowIsTheTextOfTheDocument() {
        byte[] body =
                RowText.write(
                        PREV,
                        12,
                        1_763_847_284_123L,
                        "EVENT",
                        new TreeMap<>(Map.of("detail", "一行\n二\\行", "alarm", "CAMERA_LOST")));
        String expected =
                "packwitness row v1\nprev "
                        + PREV.hex()
                        + "\nseq 12\nat 1763847284123\nkind EVENT\nalarm CAMERA_LOST\n"
                        + "detail 一行\\0a二\\5c行\n";
        assertEquals(expected, new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void everyTextComesBackAsItWas() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--)
                text.appendCodePoint(
                        random.nextBoolean() ? random.nextInt(0x80) : 0x4e00 + random.nextInt(99));
            TreeMap<String, String> facts = new TreeMap<>(Map.of("a", text.toString(), "b", ""));
            byte[] body = RowText.write(PREV, round, -round, "VIEW", facts);
            Entry read = RowText.read(body).orElseThrow();
            assertEquals(facts, read.facts());
            assertEquals(Instant.ofEpochMilli(-round), read.at());
            assertArrayEquals(body, read.body());
        }
    }

    @Test
    void anythingButTheCanonicalBytesIsNoRow() {
        byte[] body =
                RowText.write(PREV, 3, 5, "VIEW", new TreeMap<>(Map.of("a", "x\n", "b", "y")));
        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            RowText.read(cut).ifPresent(entry -> assertArrayEquals(cut, entry.body()));
        }
        Random random = new Random(3);
        for (int round = 0; round < 5000; round++) {
            byte[] bent = body.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            RowText.read(bent).ifPresent(entry -> assertArrayEquals(bent, entry.body()));
        }
        String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        for (String other :
                new String[] {
                    text.replace("seq 3", "seq 03"),
                    text.replace("\n", "\r\n"),
                    text.replace("\\0a", "\\0A"),
                    text + "\n",
                    text.replace("kind VIEW", "kind OTHER")
                }) assertTrue(RowText.read(RowText.utf8(other)).isEmpty(), other);
    }

    @Test
    void factsRefuseNonsenseAndAFactSaidTwice() {
        assertThrows(IllegalArgumentException.class, () -> Facts.of().with("A", 1));
        assertThrows(IllegalArgumentException.class, () -> Facts.of().with("a b", 1));
        assertThrows(
                IllegalArgumentException.class, () -> Facts.of().with("a", 1).secret("a", "2"));
    }

    @Test
    void saltedHashIsThatOfTheDocument() {
        Salted salted = new Salted(4, "waybill", "00112233445566778899aabbccddeeff", "SF123");
        byte[] bytes =
                RowText.utf8(
                        "packwitness salted v1\nwaybill\n00112233445566778899aabbccddeeff\nSF123");
        assertEquals(Sha256.of(bytes), salted.hash());
    }
}
