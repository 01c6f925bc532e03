package packwitness.bench.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

class WatchedDiskTest {
    @TempDir Path folder;

    private final List<String> seen = new ArrayList<>();

    private final DiskWatcher watcher =
            new DiskWatcher() {
                @Override
                public void before(Act act, Path file) throws IOException {
                    if (act == Act.MOVE && file.endsWith("refused.bin"))
                        throw new IOException("refused");
                }

                @Override
                public void created(Path file) {
                    seen.add("created " + file.getFileName());
                }

                @Override
                public void wrote(Path file, long position, byte[] bytes) {
                    seen.add("wrote " + bytes.length + " at " + position);
                }

                @Override
                public void forced(Path file) {
                    seen.add("forced " + file.getFileName());
                }

                @Override
                public void moved(Path from, Path to) {
                    seen.add("moved to " + to.getFileName());
                }

                @Override
                public void madeFolder(Path made) {
                    seen.add("made " + made.getFileName());
                }
            };

    @Test
    void everyStepOfKeepingAFileIsSeenInOrder() throws Exception {
        Path watched = WatchedDisk.watch(folder.resolve("v"), watcher);
        try (Vault vault = Vault.open(watched, Clock.systemUTC(), 1)) {
            seen.clear();
            vault.files().keep("frames/day/x.bin", new byte[5]);
        }
        assertEquals(
                List.of(
                        "made day",
                        "forced frames",
                        "created .x.bin.tmp",
                        "wrote 5 at 0",
                        "forced .x.bin.tmp",
                        "moved to x.bin",
                        "forced day"),
                seen);
        assertEquals(5, Files.size(folder.resolve("v/frames/day/x.bin")));
    }

    @Test
    void whatTheWatcherRefusesDoesNotHappen() throws Exception {
        Path watched = WatchedDisk.watch(folder, watcher);
        Files.write(watched.resolve("a.bin"), new byte[1]);
        assertThrows(
                IOException.class,
                () -> Files.move(watched.resolve("a.bin"), watched.resolve("refused.bin")));
        assertFalse(Files.exists(folder.resolve("refused.bin")));
    }
}
