package packwitness.bench.crash;

import packwitness.bench.disk.DiskWatcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that was done to a vault's files, in order, and between it what was promised to the
 * people at the table; safe for any thread. Beside each step stands how long the index's journal
 * was, and how much of it had certainly been forced.
 */
final class Tape implements DiskWatcher {
    /** What was done. */
    enum Kind {
        CREATED,
        WROTE,
        FORCED,
        TRUNCATED,
        MOVED,
        DELETED,
        MADE_FOLDER,
        TOLD
    }

    /**
     * One step.
     *
     * @param path relative to the vault
     * @param to the new name of what was moved
     * @param promise what was told
     */
    record Step(
            Kind kind,
            String path,
            String to,
            long position,
            byte[] bytes,
            Consumer<Promises> promise,
            long journal,
            long journalForced,
            Instant at) {}

    private static final byte[] NOTHING = {};

    private final Path vault;
    private final Path journal;
    private final Clock clock;
    private final List<Step> steps = new ArrayList<>();
    private long forced;

    Tape(Path vault, Path journal, Clock clock) {
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Notes a promise that was made after this much of the journal was on the disk. */
    synchronized void told(long journalForced, Consumer<Promises> promise) {
        forced = Math.max(forced, journalForced);
        add(Kind.TOLD, vault, vault, 0, NOTHING, promise);
    }

    private synchronized void add(
            Kind kind, Path path, Path to, long position, byte[] bytes, Consumer<Promises> told) {
        steps.add(
                new Step(
                        kind,
                        relative(path),
                        relative(to),
                        position,
                        bytes,
                        told,
                        length(),
                        forced,
                        clock.instant()));
    }

    private void add(Kind kind, Path path) {
        add(kind, path, path, 0, NOTHING, none -> {});
    }

    private String relative(Path path) {
        return vault.relativize(path.toAbsolutePath().normalize()).toString();
    }

    private long length() {
        try {
            return Files.exists(journal) ? Files.size(journal) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void created(Path file) {
        add(Kind.CREATED, file);
    }

    @Override
    public void wrote(Path file, long position, byte[] bytes) {
        add(Kind.WROTE, file, file, position, bytes, none -> {});
    }

    @Override
    public void forced(Path file) {
        add(Kind.FORCED, file);
    }

    @Override
    public void truncated(Path file, long size) {
        add(Kind.TRUNCATED, file, file, size, NOTHING, none -> {});
    }

    @Override
    public void moved(Path from, Path to) {
        add(Kind.MOVED, from, to, 0, NOTHING, none -> {});
    }

    @Override
    public void deleted(Path file) {
        add(Kind.DELETED, file);
    }

    @Override
    public void madeFolder(Path folder) {
        add(Kind.MADE_FOLDER, folder);
    }
}
