package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class KeyPackTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
    private static final char[] RANDOM = "9f".repeat(32).toCharArray();
    private static final char[] TYPED = "一个人 typed this".toCharArray();

    @TempDir Path folder;

    @Test
    void aPassphraseOfAPersonIsStirredMuchAndOneOfTheMachineLittle() throws Exception {
        Path device = folder.resolve("device.p12");
        Path copy = folder.resolve("copy.p12");
        DeviceKey key = DeviceKey.openOrMake(device, RANDOM, NOON);
        DeviceKey.copy(device, RANDOM, copy, TYPED);
        assertEquals(100, rounds(device));
        assertEquals(10_000, rounds(copy));
        assertEquals(key.fingerprint(), DeviceKey.openOrMake(copy, TYPED, NOON).fingerprint());
        assertThrows(
                Failure.class, () -> DeviceKey.openOrMake(copy, "another".toCharArray(), NOON));
    }

    private static int rounds(Path file) throws IOException {
        return Pfx.getInstance(Files.readAllBytes(file))
                .getMacData()
                .getIterationCount()
                .intValueExact();
    }
}
