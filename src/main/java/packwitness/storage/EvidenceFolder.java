package packwitness.storage;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The files of a vault, named by paths relative to it with '/' between the parts; safe for any
 * thread. A file appears whole or not at all, and is never written over.
 */
public final class EvidenceFolder {
    private static final int BLOCK = 1 << 20;

    private final Path root;

    EvidenceFolder(Path root) {
        this.root = root;
    }

    /** Returns where the relative path lies; a path that leaves the vault is a mistake of ours. */
    public Path at(String relative) {
        Path found = root.resolve(relative).normalize();
        if (!found.startsWith(root))
            throw new IllegalArgumentException("outside the vault: " + relative);
        return found;
    }

    /** Returns the path relative to the vault, with '/' between its parts. */
    public String relative(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** Keeps the bytes under a new name and returns their hash once they are on the disk. */
    public Sha256 keep(String relative, byte[] bytes) throws Failure {
        Path target = at(relative);
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            makeFolders(folderOf(target));
            try (FileChannel channel =
                    FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) channel.write(buffer);
                channel.force(true);
            }
            settle(temporary, target);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(StorageProblem.FILE_EXISTS, e, target);
        } catch (IOException e) {
            throw failure(e, target);
        } finally {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException leftForStartUp) {
                // A left-over temporary file is no evidence; the first trouble is the one that is
                // reported.
            }
        }
        return Sha256.of(bytes);
    }

    /**
     * Moves a finished file to its final name, which must be free, and forces both names to the
     * disk.
     */
    public static void settle(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
        Files.move(temporary, target);
        forceFolder(folderOf(target));
    }

    /** Makes a folder and those above it, and forces the names of the new ones to the disk. */
    public static void makeFolders(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = folder.toAbsolutePath(); !Files.isDirectory(at); at = folderOf(at))
            missing.add(at);
        Files.createDirectories(folder);
        for (Path made : missing) forceFolder(folderOf(made));
    }

    /** Forces the names inside a folder to the disk, where the system can do that. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folder; NTFS journals the names by itself.
        }
    }

    /** Returns the hash of a file's bytes, read once in large blocks. */
    public static Sha256 hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) digest.update(block, 0, n);
        }
        return Sha256.of(digest);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(
                file.toAbsolutePath().getParent(), "a file stands in a folder");
    }

    private Failure failure(IOException e, Path target) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left") || message.contains("not enough space");
        return new Failure(
                full ? StorageProblem.DISK_FULL : StorageProblem.NOT_WRITABLE, e, target);
    }
}
