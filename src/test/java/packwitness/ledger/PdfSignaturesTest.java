package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

class PdfSignaturesTest {
    private static final int ROOM = 6000;

    @TempDir Path folder;

    @Test
    void soundSignatureOverTheWholeFilePasses() throws Exception {
        Path pdf = Files.write(folder.resolve("a.pdf"), signed());
        Check check = verify(pdf);
        assertEquals(Outcome.PASSED, check.outcome(), check.details(Lang.EN).toString());
    }

    @Test
    void everyFlippedByteThatIsSignedIsFound() throws Exception {
        byte[] good = signed();
        Random random = new Random(10);
        String text = new String(good, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Contents <") + 10;
        int to = text.indexOf('>', from) + 1;
        for (int round = 0; round < 60; round++) {
            int at = random.nextInt(good.length);
            if (at >= from && at < to) continue;
            byte[] bent = good.clone();
            bent[at] ^= 1;
            Check check = verify(Files.write(folder.resolve("b.pdf"), bent));
            // A damaged head or dictionary may hide that it is a signed PDF; it never passes.
            assertEquals(false, check.outcome() == Outcome.PASSED, "byte " + at);
        }
    }

    @Test
    void bytesAfterTheSignatureAreFound() throws Exception {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(signed());
        longer.writeBytes("\n% more".getBytes(StandardCharsets.US_ASCII));
        Check check = verify(Files.write(folder.resolve("c.pdf"), longer.toByteArray()));
        assertEquals(Outcome.FAILED, check.outcome(), check.details(Lang.EN).toString());
    }

    @Test
    void unsignedPdfIsUndecidedAndGarbageIsNoException() throws Exception {
        Path pdf = Files.writeString(folder.resolve("d.pdf"), "%PDF-1.7\nnothing\n");
        assertEquals(Outcome.UNDECIDED, verify(pdf).outcome());
        Files.writeString(
                pdf, "%PDF-1.7\n/ByteRange [0 20 9999999999 5] /ByteRange [0 9 30 2] <zz>");
        assertEquals(Outcome.FAILED, verify(pdf).outcome());
    }

    @Test
    void attachedManifestIsComparedWithTheBag() throws Exception {
        Sha256 hash = Sha256.of(new byte[] {1});
        String manifest = Manifest.write(new TreeMap<>(Map.of("data/a.mp4", hash)));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes("%PDF-1.7\n5 0 obj <<>> stream\r\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(pdf)) {
            deflated.write(RowText.utf8(manifest));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(pdf.toByteArray());
        whole.writeBytes("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("e.pdf"), whole.toByteArray());
        assertEquals(Outcome.PASSED, compared(file, hash).findings().getLast().outcome());
        Check other = compared(file, Sha256.ZERO);
        assertEquals(Outcome.FAILED, other.outcome(), other.details(Lang.EN).toString());
    }

    private static Check compared(Path pdf, Sha256 hash) {
        Findings findings = new Findings();
        new PdfSignatures(findings, TrustList.shipped())
                .check(pdf, "pdf", List.of(new TreeMap<>(Map.of("data/a.mp4", hash))), List.of());
        return findings.report(List.of()).check("C10");
    }

    private static Check verify(Path pdf) {
        return new Verifier().verify(List.of(pdf)).check("C10");
    }

    /** As much of a signed PDF as its signature needs. */
    private byte[] signed() throws Exception {
        DeviceKey key =
                DeviceKey.openOrMake(
                        folder.resolve("k.p12"), SmallShop.passphrase(), SmallShop.morning());
        String head = "%%PDF-1.7\n1 0 obj <</Type/Sig /ByteRange [0 %06d %06d %06d] /Contents ";
        String tail = ">>\nendobj\n%%EOF\n";
        int first = head.formatted(0, 0, 0).length();
        int second = first + 2 * ROOM + 2;
        byte[] before =
                head.formatted(first, second, tail.length()).getBytes(StandardCharsets.US_ASCII);
        byte[] after = tail.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(before);
        content.writeBytes(after);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(key.privateKey()),
                                key.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
        byte[] cms =
                generator
                        .generate(new CMSProcessableByteArray(content.toByteArray()), false)
                        .getEncoded();
        String hex = HexFormat.of().formatHex(cms);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(before);
        whole.writeBytes(
                ("<" + hex + "0".repeat(2 * ROOM - hex.length()) + ">")
                        .getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(after);
        return whole.toByteArray();
    }
}
