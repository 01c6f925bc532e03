package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.bench.KeptShop.Parcel;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

class BackupTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final Doer OWNER = new Doer("test", "");

    @TempDir Path folder;
    private KeptShop shop;
    private Backup backup;
    private Path nas;

    @BeforeEach
    void openShop() throws Failure {
        shop = KeptShop.open(folder.resolve("vault"), BEGIN, 1);
        shop.arm();
        backup = new Backup(shop.vault, shop.clock());
        nas = folder.resolve("nas");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aRestoredVaultVerifiesAndHoldsEverything() throws Exception {
        for (int i = 0; i < 3; i++) shop.frame(shop.pack(2), shop.vault.files()::keep);
        shop.pass(Duration.ofDays(181));
        Parcel young = shop.pack(2);
        clear();
        assertTrue(run().complete());
        Path restored = folder.resolve("restored");
        RestoreResult result = Restore.into(nas, restored, RetentionProgress.UNSEEN);
        assertEquals(List.of(), result.damaged());
        assertEquals(List.of(), failed(restored));
        try (KeptShop other = KeptShop.open(restored, shop.clock().instant(), 2)) {
            assertTrue(other.index.show(young.shipment()).isPresent());
            assertEquals(3, other.retention().quarantined().size());
            assertEquals(
                    List.of(),
                    new Integrity(other.vault, other.ledger, other.clock())
                            .check(true, RetentionProgress.UNSEEN)
                            .faults());
        }
    }

    @Test
    void aSecondRunCopiesOnlyWhatIsNew() throws Exception {
        shop.pack(2);
        assertEquals(1, run().copied());
        shop.pack(2);
        BackupResult second = run();
        assertEquals(1, second.copied());
        for (int i = 0; i < 3; i++) run();
        assertEquals(3, Snapshot.whole(nas).size(), "the last three states are kept");
    }

    @Test
    void itEndsWhileTheDeskWrites() throws Exception {
        for (int i = 0; i < 5; i++) shop.pack(2);
        AtomicBoolean stop = new AtomicBoolean();
        Thread desk =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                while (!stop.get())
                                    shop.vault
                                            .database()
                                            .write(packwitness.storage.Transaction::nextId);
                            } catch (Failure e) {
                                throw new IllegalStateException(e);
                            }
                        });
        try {
            assertTrue(run().complete());
        } finally {
            stop.set(true);
            desk.join();
        }
        Restore.into(nas, folder.resolve("restored"), RetentionProgress.UNSEEN);
        assertEquals(List.of(), failed(folder.resolve("restored")));
    }

    @Test
    void aFolderThatVanishedAndCameBackIsGoneOnWith() throws Exception {
        for (int i = 0; i < 6; i++) shop.pack(2);
        Path away = folder.resolve("away");
        Failure gone =
                assertThrows(
                        Failure.class,
                        () ->
                                backup.run(
                                        nas,
                                        false,
                                        (done, all) -> {
                                            if (done == 500_000) vanish(away);
                                            return true;
                                        }));
        assertEquals(KeepProblem.BACKUP_GONE, gone.problem());
        Files.deleteIfExists(nas);
        Files.createDirectories(nas);
        assertEquals(
                KeepProblem.BACKUP_GONE,
                assertThrows(Failure.class, this::run).problem(),
                "an empty mount point is not the disk that was there");
        assertEquals(
                KeepProblem.NO_BACKUP,
                assertThrows(Failure.class, () -> Snapshot.newest(away)).problem(),
                "a list that was not written does not count");
        Files.delete(nas);
        Files.move(away, nas);
        assertEquals(3, run().copied(), "three were there already");
    }

    @Test
    void aHalfCopiedFileNeverCounts() throws Exception {
        Parcel parcel = shop.pack(2);
        run();
        Path copy = nas.resolve("files").resolve(parcel.file());
        Files.move(copy, copy.resolveSibling(copy.getFileName() + ".half"));
        assertEquals(1, run().copied());
        assertTrue(Files.exists(copy));
    }

    @Test
    void aChangedOriginalIsToldAndNeverOverwritesItsGoodCopy() throws Exception {
        Parcel parcel = shop.pack(2);
        run();
        byte[] good = Files.readAllBytes(nas.resolve("files").resolve(parcel.file()));
        Files.write(shop.root.resolve(parcel.file()), new byte[] {1});
        assertEquals(List.of(parcel.file()), run().failed());
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                good, Files.readAllBytes(nas.resolve("files").resolve(parcel.file())));
    }

    @Test
    void aDamagedCopyIsNamedAndNotRestored() throws Exception {
        Parcel parcel = shop.pack(2);
        run();
        Path copy = nas.resolve("files").resolve(parcel.file());
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy, bytes);
        RestoreResult result =
                Restore.into(nas, folder.resolve("restored"), RetentionProgress.UNSEEN);
        assertEquals(List.of(parcel.file()), result.damaged());
        assertFalse(Files.exists(folder.resolve("restored").resolve(parcel.file())));
    }

    @Test
    void onlyAnEmptyFolderIsRestoredInto() throws Exception {
        shop.pack(1);
        run();
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.write(full.resolve("a"), new byte[1]);
        assertEquals(
                KeepProblem.NOT_EMPTY,
                assertThrows(Failure.class, () -> Restore.into(nas, full, RetentionProgress.UNSEEN))
                        .problem());
        assertEquals(
                KeepProblem.BACKUP_IN_VAULT,
                assertThrows(
                                Failure.class,
                                () ->
                                        backup.run(
                                                shop.root.resolve("b"),
                                                false,
                                                RetentionProgress.UNSEEN))
                        .problem());
    }

    @Test
    void theBackupOfAnotherVaultIsNotTouched() throws Exception {
        run();
        try (KeptShop other = KeptShop.open(folder.resolve("other"), BEGIN, 9)) {
            Failure refused =
                    assertThrows(
                            Failure.class,
                            () ->
                                    new Backup(other.vault, other.clock())
                                            .run(nas, false, RetentionProgress.UNSEEN));
            assertEquals(KeepProblem.BACKUP_OTHER_VAULT, refused.problem());
        }
    }

    @Test
    void whatRetentionDeletedLeavesTheBackupOnlyWhenAsked() throws Exception {
        Parcel parcel = shop.pack(1);
        run();
        shop.pass(Duration.ofDays(181));
        clear();
        shop.pass(Duration.ofDays(8));
        clear();
        run();
        Path copy = nas.resolve("files").resolve(parcel.file());
        assertTrue(Files.exists(copy));
        assertEquals(1, backup.run(nas, true, RetentionProgress.UNSEEN).pruned());
        assertFalse(Files.exists(copy));
    }

    @Test
    void aDrillOfNoiseDoesNotPass() throws Exception {
        shop.pack(2);
        run();
        DrillResult result =
                new Drill(shop.vault, shop.clock()).run(nas, 3, RetentionProgress.UNSEEN);
        assertEquals(1, result.tried());
        assertEquals(1, result.verifies());
        assertEquals(0, result.plays(), "noise gives no picture");
        assertFalse(result.holds());
        assertFalse(backup.places().getFirst().drillOk());
    }

    @Test
    void aDrillThatIsStoppedProvesNothingAndNotesNothing() throws Exception {
        for (int i = 0; i < 3; i++) shop.pack(2);
        run();
        List<Integer> heard = new ArrayList<>();
        DrillResult result =
                new Drill(shop.vault, shop.clock())
                        .run(
                                nas,
                                3,
                                (done, all) -> {
                                    heard.add(done);
                                    return heard.size() < 3;
                                });
        assertFalse(result.complete());
        assertFalse(result.holds());
        assertEquals(Optional.empty(), backup.places().getFirst().drillAt());
        assertEquals(heard.stream().sorted().toList(), heard, "it never goes back");
        assertEquals(3, heard.size(), "all were brought, none was tried");
        heard.clear();
        new Drill(shop.vault, shop.clock()).run(nas, 3, (done, all) -> heard.add(done));
        assertEquals(1_000_000, heard.getLast());
        assertEquals(3 + 1 + 3, heard.size(), "each is brought and tried, with the index between");
    }

    private void vanish(Path to) {
        try {
            Files.move(nas, to);
            // What stands in its place takes nothing in.
            Files.createFile(nas);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private BackupResult run() throws Failure {
        shop.pass(Duration.ofSeconds(1));
        return backup.run(nas, false, RetentionProgress.UNSEEN);
    }

    private void clear() throws Failure {
        shop.retention().run(shop.retention().plan(), OWNER, RetentionProgress.UNSEEN);
    }

    private static List<String> failed(Path vault) {
        Report report =
                new Verifier(TrustList.shipped(), (pdf, bags) -> List.of()).verify(List.of(vault));
        return report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(packwitness.ledger.Check::id)
                .toList();
    }
}
