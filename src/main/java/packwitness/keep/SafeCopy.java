package packwitness.keep;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Copies a file so that it appears whole or not at all: under another name first, forced, read back
 * and compared, and only then under its own. Any thread.
 */
final class SafeCopy {
    private static final int BLOCK = 1 << 20;
    private static final String HALF = ".half";

    private SafeCopy() {}

    /** The source is not what it should be; nothing was left at the target. */
    static final class Differs extends IOException {
        private static final long serialVersionUID = 1;

        Differs(Path file) {
            super(file.toString());
        }
    }

    static void copy(Path source, Path target, Sha256 expected) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent(), "a file stands in a folder");
        EvidenceFolder.makeFolders(folder);
        Path half = target.resolveSibling(target.getFileName() + HALF);
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                half,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (in.read(block) >= 0) {
                block.flip();
                while (block.hasRemaining()) out.write(block);
                block.clear();
            }
            out.force(true);
        }
        if (!EvidenceFolder.hash(half).equals(expected)) {
            Files.deleteIfExists(half);
            throw new Differs(source);
        }
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        EvidenceFolder.forceFolder(folder);
    }
}
