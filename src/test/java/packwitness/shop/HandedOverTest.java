package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.BagRequest;
import packwitness.ledger.BagWriter;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.FileRole;
import packwitness.ledger.Outcome;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.storage.Cancellation;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.ShipmentId;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Bags in one file and copies of ours, as strangers and enemies hand them over. */
class HandedOverTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final ShipmentId PARCEL = new ShipmentId(77);

    @TempDir Path folder;
    private Shop shop;
    private Path picture;
    private Path bag;

    @BeforeEach
    void packABag() throws Exception {
        shop =
                Shop.open(
                        folder.resolve("vault"),
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        CLOCK);
        picture = folder.resolve("面单.png");
        ImageIO.write(
                new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        shop.vault()
                .database()
                .write(tx ->
                        shop.ledger()
                                .append(
                                        tx,
                                        EntryKind.PICTURE,
                                        Facts.of().shipment(PARCEL).with("sha256", hash(picture))));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Path bag() throws Failure {
        shop.ledger().checkpoint();
        bag = folder.resolve("证据 包");
        BagWriter.write(
                new BagRequest(
                        shop.ledger(),
                        bag,
                        List.of(new PayloadFile(picture, "面单.png", FileRole.RECEIVED)),
                        List.of(PARCEL),
                        List.of(),
                        "PW-1",
                        CLOCK.instant()));
        return bag;
    }

    private Path packed(String name) throws Failure {
        Path target = folder.resolve(name);
        return BagFile.pack(bag(), target, new Cancellation(), share -> {}).file();
    }

    private static Handed check(Path... paths) throws Failure {
        return new HandedOver(TrustList.shipped())
                .check(List.of(paths), new Cancellation(), share -> {});
    }

    @Test
    void bagInOneFilePassesAsItsFolderDoesAndIsNamedByItsFile() throws Exception {
        Path file = packed("a.pwbag");
        Handed handed = check(file);
        assertEquals(Outcome.PASSED, handed.outcome(), handed.toString());
        assertEquals(List.of(), handed.notes());
        assertEquals(List.of(file.toString()), handed.report().subjects());
        String told = handed.report().toMap(Lang.EN).toString();
        assertTrue(told.contains(file.toString()), told);
        assertFalse(told.contains("packwitness-bag"), "no temporary name is told: " + told);
    }

    @Test
    void sameBagGivesTheSameBytes() throws Exception {
        Path one = packed("one.pwbag");
        Path two = folder.resolve("deep/two.pwbag");
        BagFile.Made made = BagFile.pack(bag, two, new Cancellation(), share -> {});
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertEquals(hash(two), made.sha256());
        Failure again =
                assertThrows(
                        Failure.class,
                        () -> BagFile.pack(bag, two, new Cancellation(), share -> {}));
        assertEquals(StorageProblem.FILE_EXISTS, again.problem());
        Failure none =
                assertThrows(
                        Failure.class,
                        () ->
                                BagFile.pack(
                                        folder.resolve("vault"),
                                        folder.resolve("x.pwbag"),
                                        new Cancellation(),
                                        share -> {}));
        assertEquals(ShopProblem.NO_BAG, none.problem());
    }

    @Test
    void anyUnzipReadsItAndTheScriptOfTheBagPasses() throws Exception {
        Path file = packed("a.pwbag");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertTrue(zip.size() > 10);
            assertTrue(zip.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unzip")), "unzip is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Path out = Files.createDirectory(folder.resolve("stranger"));
        run(out, 0, "/usr/bin/unzip", "-q", file.toString());
        run(out, 0, "/bin/sh", "packwitness-bag/verify.sh");
        Path row = out.resolve("packwitness-bag/data/ledger/rows/0.row");
        Files.writeString(row, Files.readString(row).replaceFirst("kind GENESIS", "kind GENESIT"));
        run(out, 1, "/bin/sh", "packwitness-bag/verify.sh");
    }

    /** Every byte is fixed by what the bag holds, so none can change unseen. */
    @Test
    void everyChangedByteAndEveryCutIsFoundAndNothingIsLeftBehind() throws Exception {
        Path file = packed("a.pwbag");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        Path bent = folder.resolve("bent.pwbag");
        for (int i = 0; i < 60; i++) {
            byte[] bytes = whole.clone();
            // Half of them in the last part, where the directory of the zip stands.
            int at =
                    i % 2 == 0
                            ? random.nextInt(bytes.length)
                            : bytes.length - 1 - random.nextInt(2000);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(bent, bytes);
            assertBroken(bent, "byte " + at);
        }
        for (int i = 0; i < 20; i++) {
            Files.write(bent, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertBroken(bent, "cut");
        }
        Files.write(bent, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertBroken(bent, "longer");
    }

    private static void assertBroken(Path file, String what) throws Failure {
        Handed handed = check(file);
        assertEquals(Outcome.FAILED, handed.outcome(), what);
        assertEquals(Handed.Kind.BAG_BROKEN, handed.notes().getFirst().kind(), what);
    }

    @Test
    void hostileZipsAreNamedAndWriteNothingOutside() throws Exception {
        assertHow("NAME", layout("../../evil.txt"));
        assertHow("NAME", layout("packwitness-bag/../../evil.txt"));
        assertHow("NAME", layout("packwitness-bag/a//b"));
        assertHow("NAME", layout("packwitness-bag/a\\b"));
        assertHow("NAME", layout("packwitness-bag/c:evil"));
        assertHow("NAME", layout("packwitness-bag/a", "packwitness-bag/a"));
        assertHow("NAME", layout("packwitness-bag/b", "packwitness-bag/a"));
        assertHow("NAME", layout("packwitness-bag/a", "packwitness-bag/a/b"));
        assertHow("NAME", layout("packwitness-bag/" + "x".repeat(2000)));
        assertHow("EMPTY", ZipLayout.end(0, 0, 0));
        assertHow("OTHER_FORM", bomb());
        ZipLayout.Entry huge = new ZipLayout.Entry("packwitness-bag/a", 1L << 40, 0, 0);
        assertHow("CUT", ZipLayout.local(huge));
        try (var left = Files.walk(folder.resolve("vault").getParent())) {
            assertFalse(left.anyMatch(path -> path.toString().contains("evil")));
        }
    }

    private void assertHow(String how, byte[] bytes) throws Exception {
        Path file = folder.resolve("hostile.pwbag");
        Files.write(file, bytes);
        Handed handed = check(file);
        assertEquals(Outcome.FAILED, handed.outcome(), how);
        assertTrue(handed.notes().getFirst().detail().contains(how), handed.notes().toString());
    }

    private static byte[] layout(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        crc.update('x');
        for (String name : names) {
            ZipLayout.Entry entry = new ZipLayout.Entry(name, 1, (int) crc.getValue(), out.size());
            out.write(ZipLayout.local(entry));
            out.write('x');
            directory.write(ZipLayout.central(entry));
        }
        int offset = out.size();
        out.write(directory.toByteArray());
        out.write(ZipLayout.end(names.length, directory.size(), offset));
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("packwitness-bag/data/zeros"));
            zip.write(new byte[10 << 20]);
        }
        return out.toByteArray();
    }

    @Test
    void largeNumbersAreWrittenAsOtherProgramsReadThem() {
        ZipLayout.Entry far = new ZipLayout.Entry("a", 5L << 30, 1, 6L << 30);
        byte[] local = ZipLayout.local(far);
        assertEquals(30 + 1 + 20, local.length);
        byte[] central = ZipLayout.central(far);
        assertEquals(46 + 1 + 28, central.length);
        assertEquals(5L << 30, ZipLayout.buffer(28).put(central, 47, 28).getLong(4));
        assertEquals(6L << 30, ZipLayout.buffer(28).put(central, 47, 28).getLong(20));
        assertEquals(22 + 76, ZipLayout.end(70_000, 10, 10).length);
    }

    @Test
    void redactedCopyIsNamedAsACopyByVaultBagAndItself() throws Exception {
        Path copy =
                RedactedCopy.make(
                                shop,
                                picture,
                                List.of(new RedactedCopy.Box(1, 1, 5, 5)),
                                Optional.of(PARCEL),
                                folder.resolve("shown.png"))
                        .file();
        Path whole = bag();
        Handed byVault = check(copy, folder.resolve("vault"));
        assertEquals(Handed.Kind.REDACTED, byVault.notes().getFirst().kind());
        assertEquals(hash(picture).hex(), byVault.notes().getFirst().detail());
        assertEquals(Handed.Kind.REDACTED, check(copy, whole).notes().getFirst().kind());
        assertEquals(Outcome.PASSED, check(copy, whole).outcome());
        Path file =
                BagFile.pack(whole, folder.resolve("c.pwbag"), new Cancellation(), s -> {}).file();
        assertEquals(Handed.Kind.REDACTED, check(copy, file).notes().getFirst().kind());
        Handed alone = check(copy);
        assertEquals(Handed.Kind.SELF_NAMED, alone.notes().getFirst().kind());
        assertEquals(Outcome.UNDECIDED, alone.outcome());
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length - 20] ^= 1;
        Path bent = Files.write(folder.resolve("bent.png"), bytes);
        assertEquals(Outcome.FAILED, check(bent, whole).outcome(), "another picture is a stranger");
    }

    @Test
    void cancelledChecksReadNoFurtherFile() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        Path bag = bag();
        assertThrows(
                CancellationException.class,
                () ->
                        new Verifier()
                                .verify(
                                        List.of(bag),
                                        () -> {
                                            if (steps.incrementAndGet() >= 3)
                                                throw new CancellationException();
                                        }));
        assertTrue(steps.get() < 10, steps + " steps after the end was asked for");
    }

    @Test
    void cancelledPackingLeavesNothing() throws Exception {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        Path target = folder.resolve("never.pwbag");
        assertThrows(
                CancellationException.class,
                () -> BagFile.pack(bag(), target, cancelled, share -> {}));
        assertFalse(Files.exists(target));
        assertFalse(Files.exists(folder.resolve(".never.pwbag.tmp")));
    }

    private static packwitness.value.Sha256 hash(Path file) {
        try {
            return EvidenceFolder.hash(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path where, int expected, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(expected, process.exitValue(), said);
    }
}
