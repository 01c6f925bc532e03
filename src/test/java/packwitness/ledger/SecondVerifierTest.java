package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.value.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A verifier in another language, written from evidence-format.md alone, agrees with ours. */
class SecondVerifierTest {
    private static final Path SCRIPT =
            Path.of("src/test/resources/packwitness/ledger/second_verifier.py");

    @TempDir Path folder;

    @Test
    void bothVerifiersAgreeAboutAVaultAndABag() throws Exception {
        Shell.need("python3", "openssl");
        Path bag = folder.resolve("bag");
        SmallShop shop = SmallShop.open(folder);
        SmallShop.Parcel parcel = BagTest.story(shop);
        shop.bag(folder.resolve("early"), parcel);
        shop.close();
        DeviceKey.renew(shop.root.resolve("keys/device.p12"), SmallShop.passphrase(), shop.clock);
        SmallShop again = new SmallShop(shop.root, folder.resolve("tsa"), shop.clock);
        SmallShop.Parcel later = BagTest.story(again);
        again.bag(bag, parcel, later);
        assertEquals(Outcome.PASSED, again.verify(bag, again.root).outcome());
        again.close();
        Shell.Said said = python(bag, again.root);
        assertEquals(0, said.code(), said.text());
        for (String name :
                List.of("rows/0.row", "checkpoint/note.sig", "proofs/0.txt", "files.txt"))
            assertEquals(1, bent(bag.resolve("data/ledger").resolve(name), bag).code(), name);
        assertEquals(1, bent(later.video(), again.root).code());
        changedValue(again.root);
    }

    private void changedValue(Path vault) throws Exception {
        try (SmallShop shop = new SmallShop(vault, folder.resolve("tsa"), SmallShop.morning())) {
            shop.tamper(tx ->
                    tx.run(
                            "UPDATE ledger_row SET leaf = ? WHERE seq = 3",
                            Sha256.of(new byte[] {1})));
        }
        assertEquals(1, python(vault).code());
    }

    private Shell.Said bent(Path file, Path whole) throws Exception {
        byte[] before = Files.readAllBytes(file);
        byte[] after = before.clone();
        after[new Random(3).nextInt(after.length)] ^= 1;
        Files.write(file, after);
        Shell.Said said = python(whole);
        Files.write(file, before);
        return said;
    }

    private Shell.Said python(Path... paths) throws Exception {
        String[] command = new String[paths.length + 2];
        command[0] = "python3";
        command[1] = SCRIPT.toAbsolutePath().toString();
        for (int i = 0; i < paths.length; i++) command[i + 2] = paths[i].toString();
        return Shell.run(folder, command);
    }
}
