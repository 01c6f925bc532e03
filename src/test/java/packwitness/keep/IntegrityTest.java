package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.BreakingDisk;
import packwitness.bench.KeptShop;
import packwitness.bench.KeptShop.Parcel;
import packwitness.claim.FileRole;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

class IntegrityTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final Doer OWNER = new Doer("test", "");

    @TempDir Path folder;
    private KeptShop shop;
    private Integrity integrity;

    @BeforeEach
    void openShop() throws Failure {
        shop = KeptShop.open(folder.resolve("vault"), BEGIN, 1);
        integrity = new Integrity(shop.vault, shop.ledger, shop.clock());
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void everySeededFaultIsFoundAndNoOther() throws Exception {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Parcel parcel = shop.pack(2);
            shop.frame(parcel, shop.vault.files()::keep);
            parcels.add(parcel);
        }
        shop.claims.add(
                shop.claim(parcels.getLast()).id(), FileRole.CHAT, "a.txt", new byte[9], "");
        shop.pass(Duration.ofDays(181));
        for (int i = 0; i < 4; i++) parcels.add(shop.pack(2));
        Retention retention = shop.retention();
        retention.rules(retention.rules().with("video_days", 200), OWNER);
        assertEquals(List.of(), check().faults(), "a whole vault has no fault");
        Random random = new Random(7);
        Set<String> seeded = new TreeSet<>();
        for (Parcel parcel : parcels) {
            Path file = shop.root.resolve(parcel.file());
            switch (random.nextInt(5)) {
                case 0 -> {
                    Files.delete(file);
                    seeded.add("MISSING " + parcel.file());
                }
                case 1 -> {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[random.nextInt(bytes.length)] ^= 1;
                    Files.write(file, bytes);
                    seeded.add("CHANGED " + parcel.file());
                }
                case 2 -> {
                    Path more = file.resolveSibling("copy of " + file.getFileName());
                    Files.write(more, new byte[] {1, 2});
                    seeded.add("UNTRACKED " + shop.vault.files().relative(more));
                }
                default -> {}
            }
        }
        assertTrue(seeded.size() > 10);
        assertEquals(seeded, found(check()));
        Set<String> seenBySize = found(integrity.check(false, RetentionProgress.UNSEEN));
        assertTrue(seeded.containsAll(seenBySize), "sizes alone invent nothing either");
    }

    @Test
    void quarantineAndWhatWasDeletedAreNoFaults() throws Exception {
        Parcel parcel = shop.pack(1);
        shop.pass(Duration.ofDays(181));
        run();
        assertEquals(List.of(), check().faults());
        Removal waiting = shop.retention().quarantined().getFirst();
        Files.delete(shop.root.resolve(waiting.quarantine()));
        assertEquals(Set.of("MISSING " + waiting.quarantine()), found(check()));
        Files.write(shop.root.resolve(waiting.quarantine()), new byte[3]);
        assertEquals(Set.of("CHANGED " + parcel.file()), found(check()));
    }

    @Test
    void aDeletedVideoIsNoFault() throws Exception {
        shop.pack(1);
        shop.pass(Duration.ofDays(181));
        run();
        shop.pass(Duration.ofDays(8));
        run();
        assertEquals(List.of(), check().faults());
    }

    @Test
    void aFileThatWasMovedElsewhereIsOneFaultAndGoesBack() throws Exception {
        Parcel parcel = shop.pack(1);
        Path away = shop.root.resolve("videos/away.mp4");
        Files.move(shop.root.resolve(parcel.file()), away);
        IntegrityReport report = check();
        assertEquals(1, report.faults().size());
        Fault fault = report.faults().getFirst();
        assertEquals(Fault.Repair.PUT_BACK, fault.repair());
        assertTrue(Files.exists(away), "a report repairs nothing");
        assertTrue(integrity.repair(fault, OWNER));
        assertEquals(List.of(), check().faults());
    }

    @Test
    void whatIsSetAsideIsNotDeleted() throws Exception {
        shop.pack(1);
        Path stray = shop.root.resolve("videos/2026/stray.mp4");
        Files.write(stray, new byte[] {7});
        assertTrue(integrity.repair(check().faults().getFirst(), OWNER));
        assertFalse(Files.exists(stray));
        assertEquals(1, Files.size(shop.root.resolve("quarantine/aside/videos/2026/stray.mp4")));
        assertEquals(List.of(), check().faults());
    }

    @Test
    void whatIsHalfClearedIsNamedAndFinished() throws Exception {
        shop.pack(1);
        shop.pass(Duration.ofDays(181));
        Retention breaking = shop.retention(new BreakingDisk(new VaultDisk(shop.vault.files()), 1));
        try {
            breaking.run(breaking.plan(), OWNER, RetentionProgress.UNSEEN);
        } catch (BreakingDisk.Died died) {
            // That is what is tested.
        }
        Fault fault = check().faults().getFirst();
        assertEquals(Fault.Kind.UNFINISHED, fault.kind());
        assertTrue(integrity.repair(fault, OWNER));
        assertEquals(List.of(), check().faults());
    }

    private IntegrityReport check() throws Failure {
        return integrity.check(true, RetentionProgress.UNSEEN);
    }

    private void run() throws Failure {
        shop.retention().run(shop.retention().plan(), OWNER, RetentionProgress.UNSEEN);
    }

    private static Set<String> found(IntegrityReport report) {
        Set<String> found = new TreeSet<>();
        for (Fault fault : report.faults()) found.add(fault.kind() + " " + fault.file());
        return found;
    }
}
