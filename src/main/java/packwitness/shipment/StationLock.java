package packwitness.shipment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that one program records at a station. The system frees it when that program dies, however
 * it dies, so whoever gets it may seal what the dead one left open.
 */
final class StationLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private StationLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock of a station, or returns nothing while another program holds it. */
    static Optional<StationLock> take(Path vault, String station) throws IOException {
        String name = station.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        FileChannel channel =
                FileChannel.open(
                        vault.resolve("station-" + name + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return Optional.of(new StationLock(channel, lock));
        } catch (OverlappingFileLockException heldByThisProgram) {
            // Another desk of this same program records there.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            System.getLogger("packwitness.shipment").log(System.Logger.Level.DEBUG, "unlock", e);
        }
    }
}
