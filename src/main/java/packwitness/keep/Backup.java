package packwitness.keep;

import packwitness.storage.EvidenceFolder;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Copies a vault into another folder while the desk records: the database whole and checked, and
 * every closed file that the folder does not have yet. Safe for any thread; one at a time.
 */
public final class Backup {
    private static final String TOKEN = "packwitness-backup.txt";
    private static final int SNAPSHOTS_KEPT = 3;
    private static final int MILLION = 1_000_000;
    private static final long TYPICAL_STILL = 100_000;
    private static final Set<String> COPIED_BY_INDEX =
            Set.of("videos", "frames", "claims", "quarantine");

    private final Vault vault;
    private final Clock clock;

    public Backup(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A folder that this vault was copied to.
     *
     * @param doneAt when a copy was last whole
     * @param drillAt when a restore was last tried, and whether it held
     */
    public record Place(
            Path folder,
            Optional<Instant> doneAt,
            long files,
            long bytes,
            Optional<Instant> drillAt,
            boolean drillOk) {}

    /** Returns the folders that this vault was copied to, the newest copy first. */
    public List<Place> places() throws Failure {
        return vault.database()
                .read(tx ->
                        tx.list(
                                "SELECT * FROM keep_backup ORDER BY done_at DESC",
                                row ->
                                        new Place(
                                                Path.of(row.text("folder")),
                                                row.maybeInstant("done_at"),
                                                row.number("files"),
                                                row.number("bytes"),
                                                row.maybeInstant("drill_at"),
                                                row.flag("drill_ok"))));
    }

    /**
     * Brings the backup in the folder up to date. A file counts there once it was read back and
     * compared; where the folder vanishes, the next run goes on.
     *
     * @param prune also removes from the backup what retention deleted from the vault
     */
    public BackupResult run(Path folder, boolean prune, RetentionProgress progress) throws Failure {
        Path to = folder.toAbsolutePath().normalize();
        if (to.startsWith(vault.root())) throw new Failure(KeepProblem.BACKUP_IN_VAULT, to);
        // Retention waits meanwhile: what the copied index names shall not leave under our hands.
        try (KeepLock _ = KeepLock.require(vault.root())) {
            meet(to);
            return copy(to, prune, progress);
        } catch (IOException e) {
            throw gone(to, e);
        }
    }

    /** The folder must be the one that was there before, not the empty place of its disk. */
    private void meet(Path to) throws Failure, IOException {
        Path mark = to.resolve(TOKEN);
        String token =
                vault.database()
                        .read(tx ->
                                tx.first(
                                        "SELECT token FROM keep_backup WHERE folder = ?",
                                        row -> row.text("token"),
                                        to))
                        .orElse("");
        if (Files.exists(mark)) {
            String there = Files.readString(mark, StandardCharsets.UTF_8).strip();
            if (!there.startsWith(origin() + " "))
                throw new Failure(KeepProblem.BACKUP_OTHER_VAULT, to);
            if (token.isEmpty()) remember(to, there);
            return;
        }
        if (!token.isEmpty()) throw new Failure(KeepProblem.BACKUP_GONE, to);
        EvidenceFolder.makeFolders(to);
        try (Stream<Path> inside = Files.list(to)) {
            if (inside.findAny().isPresent()) throw new Failure(KeepProblem.NOT_EMPTY, to);
        }
        String made = origin() + " " + UUID.randomUUID();
        Files.writeString(mark, made + "\n", StandardCharsets.UTF_8);
        remember(to, made);
    }

    private void remember(Path to, String token) throws Failure {
        vault.database()
                .write(tx ->
                        tx.run("INSERT INTO keep_backup (folder, token) VALUES (?,?)", to, token));
    }

    private BackupResult copy(Path to, boolean prune, RetentionProgress progress)
            throws Failure, IOException {
        Instant at = clock.instant();
        Path folder = to.resolve(Snapshot.SNAPSHOTS).resolve(stamp(to, at));
        EvidenceFolder.makeFolders(folder);
        List<Snapshot.Line> lines = new ArrayList<>();
        lines.add(database(folder));
        List<Expected> expected = new ArrayList<>();
        vault.database()
                .read(tx -> {
                    Expected.each(tx, expected::add);
                    return true;
                });
        List<String> failed = new ArrayList<>();
        int copied = 0;
        long copiedBytes = 0;
        // Told in bytes: a still and a long video do not take the same time.
        long all = expected.stream().mapToLong(Backup::weight).sum();
        long weighed = 0;
        int done = 0;
        for (Expected file : expected) {
            if (file.sha256().isPresent()) {
                Optional<Long> now = bring(to, file, file.sha256().get(), lines, failed);
                if (now.isPresent()) {
                    copied++;
                    copiedBytes += now.get();
                }
            }
            weighed += weight(file);
            done++;
            int part = (int) (weighed * (double) MILLION / all);
            if (!progress.goOn(part, MILLION) && done < expected.size())
                return new BackupResult(at, lines.size(), 0, copied, copiedBytes, failed, 0, false);
        }
        for (Path other : others()) lines.add(other(folder, other));
        Snapshot whole = new Snapshot(folder, lines);
        whole.seal();
        int pruned = prune ? prune(to) : 0;
        forgetOld(to);
        long bytes = lines.stream().mapToLong(Snapshot.Line::bytes).sum();
        vault.database()
                .write(tx ->
                        tx.run(
                                "UPDATE keep_backup SET done_at = ?, files = ?, bytes = ? WHERE"
                                        + " folder = ?",
                                at,
                                lines.size(),
                                bytes,
                                to));
        return new BackupResult(at, lines.size(), bytes, copied, copiedBytes, failed, pruned, true);
    }

    private static long weight(Expected file) {
        return Math.max(TYPICAL_STILL, file.bytes());
    }

    /** Returns the bytes that were copied; nothing where the backup has the file already. */
    private Optional<Long> bring(
            Path to, Expected file, Sha256 hash, List<Snapshot.Line> lines, List<String> failed)
            throws IOException {
        Path source = vault.files().at(file.place());
        Path target = to.resolve(Snapshot.FILES).resolve(file.file());
        if (!Files.isRegularFile(source)) {
            failed.add(file.place());
            return Optional.empty();
        }
        long bytes = Files.size(source);
        boolean there = Files.isRegularFile(target) && Files.size(target) == bytes;
        try {
            if (!there) SafeCopy.copy(source, target, hash);
        } catch (SafeCopy.Differs changed) {
            failed.add(file.place());
            return Optional.empty();
        }
        lines.add(new Snapshot.Line(hash, bytes, file.file(), file.place()));
        return there ? Optional.empty() : Optional.of(bytes);
    }

    private Snapshot.Line database(Path folder) throws Failure, IOException {
        // Made beside the vault: the database program shall not work on a network disk.
        Path local = vault.root().resolve(".backup.db");
        try {
            Files.deleteIfExists(local);
            vault.database().copyTo(local);
            Sha256 hash = EvidenceFolder.hash(local);
            SafeCopy.copy(local, folder.resolve(Snapshot.OTHER).resolve(Vault.DATABASE), hash);
            return new Snapshot.Line(hash, Files.size(local), Vault.DATABASE, Vault.DATABASE);
        } finally {
            Files.deleteIfExists(local);
        }
    }

    private static Snapshot.Line other(Path folder, Path source, String name) throws IOException {
        Sha256 hash = EvidenceFolder.hash(source);
        SafeCopy.copy(source, folder.resolve(Snapshot.OTHER).resolve(name), hash);
        return new Snapshot.Line(hash, Files.size(source), name, name);
    }

    private Snapshot.Line other(Path folder, Path source) throws IOException {
        return other(folder, source, vault.files().relative(source));
    }

    /** Keys, settings and papers: what stands in the vault and in no list of the index. */
    private List<Path> others() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(vault.root())) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                String name = vault.files().relative(file);
                if (!Files.isRegularFile(file)
                        || COPIED_BY_INDEX.contains(name.split("/", 2)[0])
                        || name.startsWith(Vault.DATABASE)
                        || name.endsWith(".lock")
                        || String.valueOf(file.getFileName()).startsWith(".")) continue;
                found.add(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    /** What no snapshot names any more left the vault by retention. */
    private int prune(Path to) throws Failure, IOException {
        List<Path> whole = Snapshot.whole(to);
        Snapshot newest = Snapshot.newest(to);
        for (Path older : whole) if (!older.equals(newest.folder())) delete(older);
        Set<String> named = new HashSet<>();
        for (Snapshot.Line line : newest.files()) named.add(line.file());
        Set<String> deleted =
                new HashSet<>(
                        vault.database()
                                .read(tx ->
                                        tx.list(
                                                "SELECT file FROM keep_removal WHERE state ="
                                                        + " 'DELETED'",
                                                row -> row.text("file"))));
        int pruned = 0;
        for (String file : deleted) {
            if (named.contains(file)) continue;
            if (Files.deleteIfExists(to.resolve(Snapshot.FILES).resolve(file))) pruned++;
        }
        return pruned;
    }

    private static void forgetOld(Path to) throws Failure, IOException {
        List<Path> whole = Snapshot.whole(to);
        for (int i = 0; i < whole.size() - SNAPSHOTS_KEPT; i++) delete(whole.get(i));
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.deleteIfExists(file);
    }

    /** Two backups within a millisecond, or a clock that was set back, must not share a folder. */
    private static String stamp(Path to, Instant at) throws Failure {
        long stamp = at.toEpochMilli();
        List<Path> whole = Snapshot.whole(to);
        if (!whole.isEmpty())
            stamp =
                    Math.max(
                            stamp,
                            Long.parseLong(String.valueOf(whole.getLast().getFileName())) + 1);
        return Long.toString(stamp);
    }

    private String origin() throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT leaf FROM ledger_row WHERE seq = 0",
                                row -> row.text("leaf")))
                .orElse("");
    }

    private static Failure gone(Path to, IOException e) {
        String said = String.valueOf(e.getMessage());
        boolean full = said.contains("No space left") || said.contains("not enough space");
        if (full) {
            long free = to.toFile().getUsableSpace();
            return new Failure(KeepProblem.NO_ROOM, e, to, "?", free >> 20);
        }
        return new Failure(KeepProblem.BACKUP_GONE, e, to);
    }
}
