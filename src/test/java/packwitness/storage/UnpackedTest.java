package packwitness.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

class UnpackedTest {
    private static final String RESOURCE = "/packwitness/app/desktop.options";

    @TempDir Path folder;

    private byte[] packed() throws IOException {
        try (var in = UnpackedTest.class.getResourceAsStream(RESOURCE)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void aResourceBecomesAFileOnceAndIsThenLeftAlone() throws Exception {
        Path file = Unpacked.of(folder, RESOURCE);
        assertArrayEquals(packed(), Files.readAllBytes(file));
        FileTime long_ago = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, long_ago);
        assertEquals(file, Unpacked.of(folder, RESOURCE));
        assertEquals(long_ago, Files.getLastModifiedTime(file));
    }

    @Test
    void aFileThatWasCutIsWrittenAnewAndNothingElseIsLeft() throws Exception {
        Path file = Unpacked.of(folder, RESOURCE);
        Files.writeString(file, "cut");
        assertArrayEquals(packed(), Files.readAllBytes(Unpacked.of(folder, RESOURCE)));
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(List.of(file), all.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        Path taken = Files.createFile(folder.resolve("taken"));
        assertThrows(IOException.class, () -> Unpacked.of(taken, RESOURCE));
    }
}
