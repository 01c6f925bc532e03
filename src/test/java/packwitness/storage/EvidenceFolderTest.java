package packwitness.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class EvidenceFolderTest {
    @TempDir Path root;

    @Test
    void keptBytesAreWholeAndHashed() throws Exception {
        byte[] bytes = {1, 2, 3};
        EvidenceFolder files = new EvidenceFolder(root);
        Sha256 hash = files.keep("claims/7/x.png", bytes);
        assertArrayEquals(bytes, Files.readAllBytes(root.resolve("claims/7/x.png")));
        assertEquals(EvidenceFolder.hash(root.resolve("claims/7/x.png")), hash);
    }

    @Test
    void evidenceIsNeverWrittenOver() throws Exception {
        EvidenceFolder files = new EvidenceFolder(root);
        files.keep("a.bin", new byte[] {1});
        Failure failure = assertThrows(Failure.class, () -> files.keep("a.bin", new byte[] {2}));
        assertEquals(StorageProblem.FILE_EXISTS, failure.problem());
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(root.resolve("a.bin")));
        assertFalse(leftOvers());
    }

    @Test
    void aPathOutOfTheVaultIsRefused() {
        EvidenceFolder files = new EvidenceFolder(root);
        assertThrows(IllegalArgumentException.class, () -> files.at("../elsewhere"));
    }

    private boolean leftOvers() throws IOException {
        try (var inside = Files.list(root)) {
            return inside.anyMatch(file -> file.toString().endsWith(".tmp"));
        }
    }
}
