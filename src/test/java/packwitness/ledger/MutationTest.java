package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Every file of a bag is bent, cut and lengthened; whatever is done is found. */
class MutationTest {
    @TempDir static Path folder;
    private static final List<Path> FILES = new ArrayList<>();

    @BeforeAll
    static void makeBag() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = BagTest.story(shop);
            shop.bag(folder.resolve("early"), shop.pack(1));
            shop.stamp();
            Bag bag = shop.bag(folder.resolve("bag"), parcel);
            FILES.addAll(Shell.filesUnder(bag.folder()));
        }
    }

    @Test
    void everyBentCutOrLengthenedFileOfABagIsFound() throws Exception {
        Random random = new Random(20261122);
        Path bag = folder.resolve("bag");
        assertEquals(Outcome.PASSED, verify(bag).outcome());
        for (Path file : FILES) {
            byte[] before = Files.readAllBytes(file);
            byte[] after = bent(before, random);
            Files.write(file, after);
            Report report = verify(bag);
            assertEquals(
                    Outcome.FAILED,
                    report.outcome(),
                    file + " " + before.length + " -> " + after.length);
            String about = file.getFileName().toString();
            assertTrue(
                    report.toMap(Lang.ZH).toString().contains(about)
                            || about.equals(BagNames.TAG_MANIFEST),
                    about);
            Files.write(file, before);
        }
        assertEquals(Outcome.PASSED, verify(bag).outcome());
    }

    @Test
    void missingFileIsFoundAndNamed() throws Exception {
        Path bag = folder.resolve("bag");
        for (int i = 0; i < FILES.size(); i += 3) {
            Path file = FILES.get(i);
            byte[] before = Files.readAllBytes(file);
            Files.delete(file);
            Report report = verify(bag);
            Files.write(file, before);
            assertEquals(Outcome.FAILED, report.outcome(), file.toString());
            assertTrue(
                    report.toMap(Lang.EN).toString().contains(file.getFileName().toString()),
                    file.toString());
        }
    }

    @Test
    void changedFileWithMendedManifestsIsFoundByTheLedger() throws Exception {
        Path bag = folder.resolve("bag");
        Random random = new Random(7);
        for (Path file : FILES) {
            String name = bag.relativize(file).toString();
            boolean held =
                    name.startsWith("data/")
                            && !name.endsWith("files.txt")
                            && !name.endsWith(BagNames.CHAIN)
                            // No row tells of the last stamp yet, and some of its bytes say
                            // nothing.
                            && !name.startsWith(BagNames.MAIN + BagNames.NOTE + ".ts");
            if (!held) continue;
            byte[] before = Files.readAllBytes(file);
            if (before.length == 0) continue;
            byte[] bytes = before.clone();
            bytes[random.nextInt(bytes.length)] ^= 4;
            byte[] manifest = Files.readAllBytes(bag.resolve(BagNames.MANIFEST));
            byte[] tags = Files.readAllBytes(bag.resolve(BagNames.TAG_MANIFEST));
            Files.write(file, bytes);
            mend(bag, BagNames.MANIFEST, name, bytes);
            mend(
                    bag,
                    BagNames.TAG_MANIFEST,
                    BagNames.MANIFEST,
                    Files.readAllBytes(bag.resolve(BagNames.MANIFEST)));
            Report report = verify(bag);
            assertEquals(Outcome.FAILED, report.outcome(), name);
            Files.write(file, before);
            Files.write(bag.resolve(BagNames.MANIFEST), manifest);
            Files.write(bag.resolve(BagNames.TAG_MANIFEST), tags);
        }
    }

    @Test
    void pathsThatLeaveTheBagAreRefused() throws Exception {
        Path bag = folder.resolve("bag");
        Path manifest = bag.resolve(BagNames.MANIFEST);
        byte[] before = Files.readAllBytes(manifest);
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        for (String path :
                List.of(
                        "data/../../secret",
                        secret.toString(),
                        "data//x",
                        "../secret",
                        "bagit.txt")) {
            Files.writeString(
                    manifest,
                    new String(before, java.nio.charset.StandardCharsets.UTF_8)
                            + packwitness.value.Sha256.of(Files.readAllBytes(secret))
                            + "  "
                            + path
                            + "\n");
            assertEquals(Outcome.FAILED, verify(bag).check("C1").outcome(), path);
        }
        Files.write(manifest, before);
        Path link = bag.resolve("data/link");
        Files.createSymbolicLink(link, secret);
        assertTrue(verify(bag).check("C1").details(Lang.EN).toString().contains("data/link"));
        Files.delete(link);
    }

    @Test
    void singleFileOfABagIsCheckedAlone() throws Exception {
        Path bag = folder.resolve("bag");
        Path video =
                FILES.stream()
                        .filter(file -> file.toString().endsWith(".mp4"))
                        .findFirst()
                        .orElseThrow();
        Report report = verify(video);
        assertEquals(
                Outcome.PASSED,
                report.check("C1").outcome(),
                report.check("C1").details(Lang.EN).toString());
        Path note = folder.resolve("bag/data/ledger/checkpoint/note");
        assertEquals(Outcome.PASSED, verify(note).check("C1").outcome());
        Path copy = Files.copy(video, folder.resolve("copy.mp4"));
        assertEquals(Outcome.PASSED, verify(copy, bag).outcome());
        assertEquals(Outcome.UNDECIDED, verify(copy).outcome());
        Files.write(copy, new byte[] {1});
        assertEquals(Outcome.FAILED, verify(copy, bag).outcome());
    }

    private static void mend(Path bag, String manifest, String name, byte[] bytes)
            throws Exception {
        Path file = bag.resolve(manifest);
        var files = Manifest.read(Files.readString(file)).orElseThrow();
        files.put(name, packwitness.value.Sha256.of(bytes));
        Files.writeString(file, Manifest.write(files));
    }

    private static byte[] bent(byte[] before, Random random) {
        int at = before.length == 0 ? 0 : random.nextInt(before.length);
        switch (before.length == 0 ? 2 : random.nextInt(3)) {
            case 0 -> {
                byte[] flipped = before.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                return Arrays.copyOf(before, at);
            }
            default -> {
                byte[] longer = new byte[before.length + 1];
                System.arraycopy(before, 0, longer, 0, at);
                longer[at] = (byte) random.nextInt(256);
                System.arraycopy(before, at, longer, at + 1, before.length - at);
                return longer;
            }
        }
    }

    private static Report verify(Path... paths) throws Exception {
        TrustList trust = TrustList.shipped().and(folder.resolve("tsa/test-ca.pem"));
        return new Verifier(trust, (pdf, bags) -> List.of()).verify(List.of(paths));
    }
}
