package packwitness.inspect.c2pa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import packwitness.inspect.PictureInspector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leaves the signed files of the tests where another reader can be asked about them, too. */
class FilesForTheCounterpartTest {
    private static final String AI = "trainedAlgorithmicMedia";

    private final TestSigner signer = TestSigner.valid();

    private TestManifest manifest() {
        return new TestManifest("urn:c2pa:0b8ef7a4-4b1c-4f0e-9a11-2f3a1c9d7e10", signer)
                .created(AI);
    }

    @Test
    void intactAndBrokenFilesAreLeftForOthersToRead() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("data.png", SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest()));
        files.put("data.jpg", SignedFiles.dataHashed(SignedFiles.inJpeg(), 0, manifest()));
        files.put("data.webp", SignedFiles.dataHashed(SignedFiles.inWebp(), 0, manifest()));
        files.put("data.gif", SignedFiles.dataHashed(SignedFiles.inGif(), 0, manifest()));
        files.put("data.tiff", SignedFiles.dataHashed(SignedFiles.inTiff(), 0, manifest()));
        files.put("boxes.jpg", SignedFiles.boxHashed(manifest()));
        files.put("bmff.mp4", SignedFiles.bmffHashed(manifest()));
        files.put("leaves.mp4", SignedFiles.merkleHashed(manifest(), 0));
        files.put("roots.mp4", SignedFiles.merkleHashed(manifest(), 9));
        Map<String, byte[]> all = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            all.put("made-" + name, file);
            byte[] broken = file.clone();
            broken[file.length - 6] ^= 1;
            all.put("made-broken-" + name, broken);
        });
        all.put("made-wide.png", SignedFiles.dataHashed(SignedFiles.inPng(), 12, manifest()));
        Path folder = Path.of("target/c2pa-files");
        Files.createDirectories(folder);
        PictureInspector inspector =
                new PictureInspector(
                        signer.trust(),
                        Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            C2paReport found = inspector.inspect(file.getValue()).c2pa();
            boolean whole = !file.getKey().matches("made-(broken|wide).*");
            assertEquals(whole, found.intact(), file.getKey() + found.failures());
            assertFalse(found.signer().isEmpty(), file.getKey());
        }
    }
}
