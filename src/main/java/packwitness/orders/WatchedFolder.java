package packwitness.orders;

import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder into which exports are put: each file is taken in once, when it has been quiet for a
 * while. Somebody calls {@link #look} now and then. Safe for any thread.
 */
public final class WatchedFolder {
    /** A file that changed within this time may still be being written. */
    public static final Duration QUIET = Duration.ofSeconds(5);

    private static final List<String> ENDINGS = List.of(".csv", ".xlsx", ".txt", ".tsv");
    private static final int SHOWN = 50;

    private final Vault vault;
    private final Taker imports;
    private final Clock clock;

    public WatchedFolder(Vault vault, OrderImport imports, Clock clock) {
        this(vault, imports::take, clock);
    }

    WatchedFolder(Vault vault, Taker imports, Clock clock) {
        this.vault = vault;
        this.imports = imports;
        this.clock = clock;
    }

    /** What takes a file in. */
    @FunctionalInterface
    interface Taker {
        OrderImport.Imported take(Path file) throws Failure;
    }

    /**
     * What became of a file of the folder.
     *
     * @param importId the import it became
     * @param problem the key of what was wrong with it, and what its sentence needs
     */
    public record Seen(
            Path file,
            Instant at,
            Optional<Long> importId,
            Optional<String> problem,
            List<String> details) {

        public Seen {
            details = List.copyOf(details);
        }
    }

    private record Found(Path file, long bytes, long changed) {}

    /** Returns the folder that is watched, if any. */
    public Optional<Path> folder() throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT folder FROM import_watch",
                                row -> Path.of(row.text("folder"))));
    }

    /** Watches this folder from now on, or none. */
    public void watch(Optional<Path> folder) throws Failure {
        Optional<Path> whole = folder.map(path -> path.toAbsolutePath().normalize());
        if (whole.isPresent() && !Files.isDirectory(whole.get()))
            throw new Failure(OrdersProblem.NO_FOLDER, whole.get());
        vault.database()
                .write(tx -> {
                    tx.run("DELETE FROM import_watch");
                    if (whole.isPresent())
                        tx.run("INSERT INTO import_watch (only, folder) VALUES (1, ?)", whole);
                    return true;
                });
    }

    /**
     * Takes in what is new and quiet in the watched folder, and returns what became of it; a file
     * that cannot be taken in is an entry of the list and no failure.
     */
    public List<Seen> look() throws Failure {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) return List.of();
        if (!Files.isDirectory(folder.get()))
            throw new Failure(OrdersProblem.NO_FOLDER, folder.get());
        List<Seen> seen = new ArrayList<>();
        for (Found found : files(folder.get()))
            if (isQuiet(found) && isNew(found)) seen.add(take(found));
        return seen;
    }

    /** Returns what became of the files, the newest first. */
    public List<Seen> seen() throws Failure {
        return vault.database()
                .read(tx ->
                        tx.list(
                                "SELECT * FROM import_watched ORDER BY at DESC, name LIMIT ?",
                                row ->
                                        new Seen(
                                                Path.of(row.text("folder"), row.text("name")),
                                                row.instant("at"),
                                                row.maybeNumber("import_id"),
                                                row.maybeText("problem"),
                                                row.maybeText("details")
                                                        .map(text -> Arrays.asList(Kept.row(text)))
                                                        .orElse(List.of())),
                                SHOWN));
    }

    private Seen take(Found found) throws Failure {
        Seen seen;
        try {
            OrderImport.Imported done = imports.take(found.file());
            seen =
                    new Seen(
                            found.file(),
                            clock.instant(),
                            Optional.of(done.importId()),
                            Optional.empty(),
                            List.of());
        } catch (Failure e) {
            // Only the file's own trouble is remembered; a full disk is not its fault.
            if (!(e.problem() instanceof OrdersProblem)) throw e;
            seen =
                    new Seen(
                            found.file(),
                            clock.instant(),
                            Optional.empty(),
                            Optional.of(e.problem().key()),
                            e.details().stream().map(String::valueOf).toList());
            // Another program has it open: nothing is wrong with the file, the next look tries it
            // again.
            if (isInUse(e)) return seen;
        }
        Seen kept = seen;
        vault.database().write(tx -> keep(tx, found, kept));
        return seen;
    }

    private static boolean keep(Transaction tx, Found found, Seen seen) throws SQLException {
        tx.run(
                "INSERT OR REPLACE INTO import_watched (folder, name, bytes, changed, import_id,"
                        + " problem, details, at) VALUES (?,?,?,?,?,?,?,?)",
                String.valueOf(found.file().getParent()),
                String.valueOf(found.file().getFileName()),
                found.bytes(),
                found.changed(),
                seen.importId(),
                seen.problem(),
                Kept.row(List.copyOf(seen.details())),
                seen.at());
        return true;
    }

    private boolean isQuiet(Found found) {
        Instant changed = Instant.ofEpochMilli(found.changed());
        return found.bytes() > 0 && !changed.plus(QUIET).isAfter(clock.instant());
    }

    private boolean isNew(Found found) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT 1 AS yes FROM import_watched WHERE folder = ? AND name = ?"
                                        + " AND bytes = ? AND changed = ?",
                                row -> true,
                                String.valueOf(found.file().getParent()),
                                String.valueOf(found.file().getFileName()),
                                found.bytes(),
                                found.changed()))
                .isEmpty();
    }

    private static List<Found> files(Path folder) throws Failure {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                if (name.startsWith(".")
                        || name.startsWith("~$")
                        || ENDINGS.stream().noneMatch(name::endsWith)) continue;
                facts(file)
                        .filter(BasicFileAttributes::isRegularFile)
                        .ifPresent(facts ->
                                found.add(
                                        new Found(
                                                file,
                                                facts.size(),
                                                facts.lastModifiedTime().toMillis())));
            }
        } catch (IOException e) {
            throw new Failure(OrdersProblem.NO_FOLDER, e, folder);
        }
        return found;
    }

    private static Optional<BasicFileAttributes> facts(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException movedAwayMeanwhile) {
            return Optional.empty();
        }
    }

    /** Returns whether the system did not open the file; what is broken inside is not that. */
    private static boolean isInUse(Failure failure) {
        return failure.problem() == OrdersProblem.UNREADABLE
                && (failure.getCause() instanceof FileSystemException
                        || failure.getCause() instanceof FileNotFoundException);
    }
}
