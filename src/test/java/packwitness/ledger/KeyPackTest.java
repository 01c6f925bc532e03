package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

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

    @Test
    void javasOwnKeyStoreAndThisReaderReadTheSameFromEachOther() throws Exception {
        Path ours = folder.resolve("device.p12");
        DeviceKey.openOrMake(ours, RANDOM, NOON);
        KeyFile.Opened byJava = KeyFile.read(ours, RANDOM);
        assertEquals(byJava, KeyPack.read(Files.readAllBytes(ours), RANDOM));
        // Key files of the first version were written by Java.
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "packwitness",
                byJava.key(),
                TYPED,
                byJava.chain().toArray(java.security.cert.Certificate[]::new));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, TYPED);
        assertEquals(byJava, KeyPack.read(bytes.toByteArray(), TYPED));
    }

    @Test
    void whatIsNoKeyFileOrOfAnotherPassphraseIsTold() throws Exception {
        Path ours = folder.resolve("device.p12");
        DeviceKey.openOrMake(ours, RANDOM, NOON);
        byte[] whole = Files.readAllBytes(ours);
        assertThrows(IOException.class, () -> KeyPack.read(whole, TYPED));
        for (byte[] other :
                List.of(new byte[0], new byte[] {0x30, 0x03, 2, 1, 3}, Arrays.copyOf(whole, 500)))
            assertThrows(IOException.class, () -> KeyPack.read(other, RANDOM));
        for (int at = 0; at < whole.length; at += 7) {
            byte[] bent = whole.clone();
            bent[at] ^= 0x55;
            try {
                KeyPack.read(bent, RANDOM);
            } catch (IOException | GeneralSecurityException told) {
                continue;
            }
            // What does not matter to the key may be bent: its name, the numbers of its bags.
            assertEquals(KeyFile.read(ours, RANDOM), KeyPack.read(bent, RANDOM));
        }
    }

    private static int rounds(Path file) throws IOException {
        return Pfx.getInstance(Files.readAllBytes(file))
                .getMacData()
                .getIterationCount()
                .intValueExact();
    }
}
