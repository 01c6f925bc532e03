package packwitness.keep;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The real files of a vault. Any thread. */
public final class VaultDisk implements Disk {
    private final EvidenceFolder files;

    public VaultDisk(EvidenceFolder files) {
        this.files = files;
    }

    @Override
    public boolean exists(String file) {
        return Files.exists(files.at(file));
    }

    @Override
    public long bytes(String file) throws IOException {
        return Files.size(files.at(file));
    }

    @Override
    public Sha256 hash(String file) throws IOException {
        return EvidenceFolder.hash(files.at(file));
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path source = files.at(from);
        Path target = files.at(to);
        EvidenceFolder.makeFolders(folder(target));
        if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
            EvidenceFolder.forceFolder(folder(target));
        } catch (AtomicMoveNotSupportedException anotherVolume) {
            copyOver(source, target);
            Files.delete(source);
        }
        EvidenceFolder.forceFolder(folder(source));
    }

    /** Until its copy is whole and on the disk, the file keeps its place. */
    private static void copyOver(Path source, Path target) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        Files.copy(source, temporary, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (!EvidenceFolder.hash(temporary).equals(EvidenceFolder.hash(source)))
            throw new IOException("the copy differs: " + target);
        EvidenceFolder.settle(temporary, target);
    }

    @Override
    public void delete(String file) throws IOException {
        Path target = files.at(file);
        Files.deleteIfExists(target);
        EvidenceFolder.forceFolder(folder(target));
    }

    @Override
    public String volume(String file) throws IOException {
        FileStore store = Files.getFileStore(there(file));
        return store.name() + " " + store.type();
    }

    @Override
    public long free(String file) throws IOException {
        return Files.getFileStore(there(file)).getUsableSpace();
    }

    /** Returns the file or the nearest folder above it that is there. */
    private Path there(String file) {
        Path at = files.at(file);
        while (!Files.exists(at)) at = folder(at);
        return at;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file stands in a folder");
    }
}
