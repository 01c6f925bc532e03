package packwitness.keep;

import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that one program takes things away or copies them. The system frees it when that program
 * dies, so whoever gets it may finish what the dead one left.
 */
final class KeepLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private KeepLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or returns nothing while another holds it. */
    static Optional<KeepLock> take(Path vault) throws Failure {
        Path file = vault.resolve("quarantine").resolve(".lock");
        try {
            Files.createDirectories(vault.resolve("quarantine"));
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) return Optional.of(new KeepLock(channel, lock));
            } catch (OverlappingFileLockException heldByThisProgram) {
                // Another screen of this same program is at it.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, file);
        }
    }

    static KeepLock require(Path vault) throws Failure {
        return take(vault).orElseThrow(() -> new Failure(KeepProblem.BUSY));
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            System.getLogger("packwitness.keep").log(System.Logger.Level.DEBUG, "unlock", e);
        }
    }
}
