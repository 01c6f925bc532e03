package packwitness.bench.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Is asked before each change of the disk, which it may hold up or refuse, and told after it. Paths
 * are those of the real disk. Called on the threads of the program under test.
 */
public interface DiskWatcher {
    /** What is about to happen to a file or folder. */
    enum Act {
        CREATE,
        WRITE,
        FORCE,
        TRUNCATE,
        MOVE,
        DELETE,
        MAKE_FOLDER,
        OPEN
    }

    /** Is asked before the act; an exception is what the program gets to see. */
    default void before(Act act, Path file) throws IOException {}

    default void created(Path file) {}

    default void wrote(Path file, long position, byte[] bytes) {}

    /** Tells that a file's bytes, or the names inside a folder, are on the disk. */
    default void forced(Path file) {}

    default void truncated(Path file, long size) {}

    default void moved(Path from, Path to) {}

    default void deleted(Path file) {}

    default void madeFolder(Path folder) {}
}
