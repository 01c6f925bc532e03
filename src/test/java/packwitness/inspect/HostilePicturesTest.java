package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.inspect.c2pa.SignedFiles;
import packwitness.inspect.c2pa.TestManifest;
import packwitness.inspect.c2pa.TestSigner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Whatever comes in, a finding comes out. */
class HostilePicturesTest {
    private final PictureInspector inspector = Inspectors.plain();

    @Test
    void whatIsNoPictureIsCalledSo() {
        for (byte[] file :
                List.of(
                        new byte[0],
                        new byte[] {(byte) 0xFF},
                        Carriers.utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"),
                        Carriers.utf8("这是一段文字，不是图片。"),
                        new byte[5000])) {
            Inspection found = inspector.inspect(file);
            assertEquals(FindingKind.NOT_A_PICTURE, found.finding());
            assertEquals("none", found.container());
            assertEquals(file.length, found.bytes());
        }
    }

    @Test
    void mutatedFilesNeverEscapeAsExceptions() throws Exception {
        List<byte[]> samples = new ArrayList<>(Carriers.labelled(Carriers.json("1")).values());
        TestSigner signer = TestSigner.valid();
        samples.add(
                SignedFiles.dataHashed(
                        SignedFiles.inJpeg(), 0, new TestManifest("m", signer).created("x")));
        samples.add(SignedFiles.bmffHashed(new TestManifest("m", signer).created("x")));
        samples.add(
                SignedFiles.dataHashed(
                        SignedFiles.inPng(), 0, new TestManifest("m", signer).created("x")));
        Random random = new Random(20261122);
        PictureInspector trusting = Inspectors.with(signer.trust());
        for (int i = 0; i < 300; i++) {
            byte[] file = mutated(samples.get(i % samples.size()), random);
            Inspection found = trusting.inspect(file);
            assertEquals(file.length, found.bytes());
            assertTrue(found.toMap().containsKey("finding"));
        }
    }

    @Test
    void everyCutOfEverySampleIsRead() {
        for (byte[] sample : Carriers.labelled(Carriers.json("1")).values())
            for (int length = 0; length < sample.length; length += 37)
                inspector.inspect(Arrays.copyOf(sample, length));
    }

    @Test
    void cutPictureIsReportedAsDamaged() {
        byte[] file = Carriers.labelled(Carriers.json("1")).get("png-itxt-xmp");
        Inspection found = inspector.inspect(Arrays.copyOf(file, file.length - 10));
        assertEquals(FindingKind.AI_LABEL_UNSIGNED, found.finding());
        assertTrue(found.signs().stream().anyMatch(s -> s.kind() == SignKind.DAMAGED_FILE));
    }

    @Test
    void smallFileThatUnpacksToMuchStaysSmall() {
        byte[] bomb = Carriers.deflate(new byte[40 << 20]);
        byte[] file =
                Carriers.png(
                        Carriers.chunk("zTXt", Carriers.join(Carriers.latin("AIGC\0\0"), bomb)));
        assertTrue(inspector.inspect(file).damage().contains("zTXt unpacks to too much"));
    }

    @Test
    void xmpWithEntitiesIsNotExpanded() {
        String bomb =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                        + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                        + "<x xmlns:T=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">"
                        + "<T:AIGC>&f;&b;</T:AIGC></x>";
        byte[] file = Carriers.png(Carriers.chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + bomb));
        for (var label : inspector.inspect(file).labels())
            assertTrue(!label.raw().contains("aaaaaaaaaa"), label.raw());
    }

    @Test
    void deepNestingIsCutOff() {
        byte[] boxes = new byte[0];
        for (int i = 0; i < 200; i++) boxes = Carriers.box("moov", boxes);
        byte[] film = Carriers.join(Carriers.box("ftyp", Carriers.latin("isom")), boxes);
        assertEquals(List.of("boxes too deep"), inspector.inspect(film).damage());
    }

    @Test
    void sameBytesGiveSameWords() {
        byte[] file = Carriers.labelled(Carriers.json("1")).get("webp-xmp");
        assertEquals(inspector.inspect(file).toMap(), inspector.inspect(file.clone()).toMap());
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] file = sample.clone();
        for (int n = random.nextInt(8); n >= 0; n--) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                // Sizes are numbers of four bytes: make some of them huge or zero.
                case 2 -> Arrays.fill(file, at, Math.min(file.length, at + 4), (byte) 0xFF);
                default -> Arrays.fill(file, at, Math.min(file.length, at + 4), (byte) 0);
            }
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }
}
