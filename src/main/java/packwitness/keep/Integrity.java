package packwitness.keep;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares disk and index both ways while the desk records; changes nothing but by {@link #repair}.
 * Safe for any thread.
 */
public final class Integrity {
    private static final List<String> FOLDERS = List.of("videos", "frames", "claims", "quarantine");
    private static final String ASIDE = "quarantine/aside/";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Vault vault;
    private final Ledger ledger;
    private final Clock clock;
    private final Retention retention;

    public Integrity(Vault vault, Ledger ledger, Clock clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
        this.retention = new Retention(vault, ledger, clock);
    }

    /**
     * Compares disk and index.
     *
     * @param hashed read every byte, not only sizes
     * @param progress is asked whether to go on
     */
    public IntegrityReport check(boolean hashed, RetentionProgress progress) throws Failure {
        Instant at = clock.instant();
        List<Fault> faults = new ArrayList<>(database());
        // Files first, rows later: what the desk makes meanwhile has its row before its file.
        Set<String> onDisk = onDisk(at);
        List<Expected> expected = new ArrayList<>();
        Set<String> known = new HashSet<>();
        read(expected, known, faults);
        long bytes = 0;
        int done = 0;
        boolean complete = true;
        List<Expected> missing = new ArrayList<>();
        for (Expected file : expected) {
            Path path = vault.files().at(file.place());
            if (!Files.isRegularFile(path)) missing.add(file);
            else {
                bytes += size(path);
                if (!same(file, path, hashed))
                    faults.add(fault(Fault.Kind.CHANGED, file.file(), Fault.Repair.FROM_BACKUP));
            }
            if (!progress.goOn(++done, expected.size())) {
                complete = false;
                break;
            }
        }
        if (complete) {
            List<String> untracked = onDisk.stream().filter(name -> !known.contains(name)).toList();
            absent(missing, untracked, faults);
        }
        return new IntegrityReport(at, done, bytes, hashed, complete, faults);
    }

    /** Does what a fault's repair says and writes it down; returns whether the fault is gone. */
    public boolean repair(Fault fault, Doer doer) throws Failure {
        return switch (fault.repair()) {
            case FINISH -> retention.finish(doer, RetentionProgress.UNSEEN) > 0;
            case SET_ASIDE -> move(fault.file(), ASIDE + fault.file(), "SET_ASIDE", doer);
            case PUT_BACK ->
                    fault.from().isPresent()
                            && move(fault.from().get(), fault.file(), "PUT_BACK", doer);
            case FROM_BACKUP -> false;
        };
    }

    private boolean move(String from, String to, String event, Doer doer) throws Failure {
        VaultDisk disk = new VaultDisk(vault.files());
        try (KeepLock _ = KeepLock.require(vault.root())) {
            if (!disk.exists(from) || disk.exists(to)) return false;
            Sha256 hash = disk.hash(from);
            Facts said =
                    Facts.of()
                            .with("event", event)
                            .with("file", from)
                            .with("to", to)
                            .with("sha256", hash);
            vault.database().write(tx -> ledger.append(tx, EntryKind.EVENT, doer.sign(said)));
            disk.move(from, to);
            return true;
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, from);
        }
    }

    private List<Fault> database() throws Failure {
        return vault.database()
                .read(tx -> {
                    List<String> said =
                            tx.list("PRAGMA integrity_check", row -> row.text("integrity_check"));
                    boolean orphans =
                            !tx.list("PRAGMA foreign_key_check", row -> row.text("table"))
                                    .isEmpty();
                    return said.equals(List.of("ok")) && !orphans
                            ? List.<Fault>of()
                            : List.of(
                                    fault(
                                            Fault.Kind.DATABASE,
                                            Vault.DATABASE,
                                            Fault.Repair.FROM_BACKUP));
                });
    }

    private void read(List<Expected> expected, Set<String> known, List<Fault> faults)
            throws Failure {
        vault.database()
                .read(tx -> {
                    Expected.each(
                            tx,
                            file -> {
                                expected.add(file);
                                known.add(file.place());
                            });
                    tx.each(
                            "SELECT file FROM take WHERE state = 'RECORDING'",
                            row -> {
                                known.add(row.text("file"));
                                known.add(row.text("file") + ".part");
                            });
                    tx.each(
                            "SELECT file, quarantine, state FROM keep_removal WHERE state IN"
                                    + " ('MOVING', 'DELETING', 'RETURNING', 'MISSING')",
                            row -> {
                                known.add(row.text("file"));
                                known.add(row.text("quarantine"));
                                boolean lost = row.text("state").equals("MISSING");
                                faults.add(
                                        fault(
                                                lost ? Fault.Kind.MISSING : Fault.Kind.UNFINISHED,
                                                row.text("file"),
                                                lost
                                                        ? Fault.Repair.FROM_BACKUP
                                                        : Fault.Repair.FINISH));
                            });
                    return true;
                });
    }

    /** A missing file that stands elsewhere is one fault, not two. */
    private void absent(List<Expected> missing, List<String> untracked, List<Fault> faults)
            throws Failure {
        Map<String, String> elsewhere = new HashMap<>();
        if (!missing.isEmpty())
            for (String name : untracked)
                hash(vault.files().at(name)).ifPresent(hash -> elsewhere.put(hash.hex(), name));
        Set<String> explained = new HashSet<>();
        for (Expected file : missing) {
            // A move of retention that ran meanwhile is no fault.
            if (Files.exists(vault.files().at(file.file())) || moved(file)) continue;
            Optional<String> from =
                    file.sha256()
                            .map(Sha256::hex)
                            .filter(elsewhere::containsKey)
                            .map(hash -> elsewhere.getOrDefault(hash, ""));
            file.sha256().map(Sha256::hex).ifPresent(elsewhere::remove);
            from.ifPresent(explained::add);
            faults.add(
                    new Fault(
                            Fault.Kind.MISSING,
                            file.place(),
                            from.isEmpty() ? Fault.Repair.FROM_BACKUP : Fault.Repair.PUT_BACK,
                            from));
        }
        for (String name : untracked)
            if (!explained.contains(name) && Files.exists(vault.files().at(name)))
                faults.add(fault(Fault.Kind.UNTRACKED, name, Fault.Repair.SET_ASIDE));
    }

    private boolean moved(Expected file) throws Failure {
        return vault.database()
                .read(tx ->
                        RemovalTable.live(tx, file.file())
                                .map(now -> !now.quarantine().equals(file.place()))
                                .orElse(false));
    }

    private Set<String> onDisk(Instant at) throws Failure {
        Set<String> names = new TreeSet<>();
        for (String folder : FOLDERS) {
            Path root = vault.root().resolve(folder);
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : (Iterable<Path>) walk::iterator) {
                    if (!Files.isRegularFile(file)) continue;
                    String name = vault.files().relative(file);
                    if (name.startsWith(ASIDE) || name.equals("quarantine/.lock")) continue;
                    // A still or a received picture is on the disk a moment before its row.
                    boolean fresh =
                            Files.getLastModifiedTime(file).toInstant().isAfter(at.minus(FRESH))
                                    && Files.getLastModifiedTime(file)
                                            .toInstant()
                                            .isBefore(at.plus(FRESH));
                    if (!fresh) names.add(name);
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new Failure(KeepProblem.FOLDER_UNREADABLE, e, root);
            }
        }
        return names;
    }

    private static boolean same(Expected file, Path path, boolean hashed) throws Failure {
        if (file.sha256().isEmpty()) return true;
        if (file.bytes() >= 0 && size(path) != file.bytes()) return false;
        if (!hashed) return true;
        return hash(path).equals(file.sha256());
    }

    private static long size(Path path) throws Failure {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, path);
        }
    }

    private static Optional<Sha256> hash(Path path) {
        try {
            return Optional.of(EvidenceFolder.hash(path));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Fault fault(Fault.Kind kind, String file, Fault.Repair repair) {
        return new Fault(kind, file, repair, Optional.empty());
    }
}
