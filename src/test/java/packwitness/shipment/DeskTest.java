package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Ledger;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

class DeskTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final String CAMERA = "demo:?fps=15&size=640x360";
    private static final String A = "SF1234567890123";
    private static final String B = "YT9876543210987";

    @TempDir Path folder;
    private Vault vault;
    private Ledger ledger;
    private PackingDesk desk;
    private ShipmentIndex index;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        ledger = Ledger.open(vault.database(), key, CLOCK);
        desk = new PackingDesk(vault, ledger, CLOCK, () -> "test");
        index = new ShipmentIndex(vault, ledger);
    }

    @AfterEach
    void close() {
        desk.close();
        vault.close();
    }

    @Test
    void aScanIsDurableBeforeItIsAnswered() throws Exception {
        desk.arm(CAMERA, "1");
        ScanOutcome outcome = desk.scan(A);
        assertEquals(ScanOutcome.Kind.STARTED, outcome.kind());
        Take take = index.require(A).takes().getFirst();
        assertEquals(TakeState.RECORDING, take.state());
        assertTrue(
                ledger.entriesOf(outcome.shipment().orElseThrow()).stream()
                        .anyMatch(entry -> entry.kind() == EntryKind.START));
    }

    @Test
    void anotherLabelClosesTheFirstParcelAndBothAreSealed() throws Exception {
        desk.arm(CAMERA, "1");
        desk.scan(A);
        Thread.sleep(1500);
        assertEquals(ScanOutcome.Kind.SWITCHED, desk.scan(B).kind());
        Thread.sleep(1500);
        desk.disarm();
        desk.finishStills();
        for (String waybill : List.of(A, B)) {
            Take take = index.require(waybill).takes().getFirst();
            Take.Stop stop = take.stop().orElseThrow();
            assertEquals(TakeState.SEALED, take.state());
            assertEquals(stop.received(), stop.dropped() + stop.recorded());
            assertEquals(EvidenceFolder.hash(vault.files().at(take.file())), stop.sha256());
            assertFalse(take.stills().isEmpty());
            List<EntryKind> kinds =
                    ledger.entriesOf(index.require(waybill).id()).stream()
                            .map(Entry::kind)
                            .toList();
            assertEquals(EntryKind.START, kinds.getFirst());
            assertTrue(kinds.contains(EntryKind.SEGMENT));
            assertTrue(kinds.contains(EntryKind.STOP));
        }
    }

    @Test
    void theSameLabelAtOnceIsBounceAndLaterIsTakeTwo() throws Exception {
        desk.arm(CAMERA, "1");
        desk.scan(A);
        assertEquals(ScanOutcome.Kind.BOUNCE, desk.scan(A).kind());
        Thread.sleep(2100);
        ScanOutcome again = desk.scan(A);
        assertEquals(ScanOutcome.Kind.TAKE_TWO, again.kind());
        assertEquals(2, again.takeNumber());
        desk.disarm();
        assertEquals(2, index.require(A).takes().size());
    }

    @Test
    void aWrongCodeBeginsNothingAndStopsNothing() throws Exception {
        desk.arm(CAMERA, "1");
        desk.scan(A);
        assertEquals(ScanOutcome.Kind.NOT_A_WAYBILL, desk.scan("https://example.invalid").kind());
        assertTrue(desk.status().running().isPresent());
    }

    @Test
    void anUnarmedDeskSaysSo() {
        Failure failure = assertThrows(Failure.class, () -> desk.scan(A));
        assertEquals(ShipmentProblem.NOT_ARMED, failure.problem());
    }

    @Test
    void aStationCannotBeArmedTwice() throws Exception {
        desk.arm(CAMERA, "1");
        try (PackingDesk second = new PackingDesk(vault, ledger, CLOCK, () -> "test")) {
            Failure failure = assertThrows(Failure.class, () -> second.arm(CAMERA, "1"));
            assertEquals(ShipmentProblem.STATION_BUSY, failure.problem());
        }
        assertTrue(desk.status().armed());
    }

    @Test
    void aMissingCameraLeavesNothingArmed() throws Exception {
        assertThrows(Failure.class, () -> desk.arm("file:" + folder.resolve("none.mp4"), "1"));
        assertFalse(desk.status().armed());
        desk.arm(CAMERA, "1");
        assertTrue(desk.status().armed(), "the station is free again");
    }

    @Test
    void whatADeadProgramLeftOpenIsSealedAsFarAsItIsProven() throws Exception {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        desk.listen(event -> told.add(event.kind()));
        desk.arm(CAMERA, "1");
        TakeId take = desk.scan(A).take().orElseThrow();
        Thread.sleep(2500);
        Path copy = copyOfOpenVault();
        try (Vault after = Vault.open(copy, CLOCK, 1)) {
            DeviceKey key =
                    DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
            Ledger log = Ledger.open(after.database(), key, CLOCK);
            ShipmentIndex recovered = new ShipmentIndex(after, log);
            assertEquals(List.of(take), recovered.sealLeftOpen());
            Take sealed = recovered.ofWaybill(new WaybillNo(A)).getFirst().takes().getFirst();
            assertEquals(TakeState.INTERRUPTED, sealed.state());
            assertTrue(sealed.stop().orElseThrow().segments() > 0);
            assertTrue(Files.exists(after.files().at(sealed.file())));
            assertFalse(Files.exists(after.files().at(sealed.file() + ".part")));
            assertEquals(List.of(), recovered.sealLeftOpen(), "sealed once");
        }
    }

    @Test
    void aTakeWhoseFileWasNeverBegunDoesNotKeepTheShopFromOpening() throws Exception {
        TakeId take = begun(new TakeLog(vault, ledger));
        assertEquals(List.of(take), index.sealLeftOpen());
        Take sealed = index.require(A).takes().getFirst();
        assertEquals(TakeState.INTERRUPTED, sealed.state());
        assertEquals(0, sealed.stop().orElseThrow().bytes());
        assertEquals(List.of(), index.sealLeftOpen(), "sealed once");
    }

    @Test
    void aLinkThatTheIndexDidNotTakeIsWrittenBeforeTheNext() throws Exception {
        TakeLog log = new TakeLog(vault, ledger);
        TakeId take = begun(log);
        pages(0);
        assertThrows(
                Failure.class,
                () -> {
                    for (int i = 0; i < 200; i++) log.segment(take, link(i));
                });
        int before = index.segments(take).size();
        assertTrue(before < 200);
        pages(1_000_000);
        log.segment(take, link(before + 1));
        List<packwitness.recording.Segment> links = index.segments(take);
        assertEquals(before + 2, links.size());
        for (int i = 0; i < links.size(); i++) assertEquals(i, links.get(i).number());
    }

    private static TakeId begun(TakeLog log) throws Failure {
        TakeLog.Lens lens = new TakeLog.Lens(View.OVERVIEW, CAMERA, java.util.Map.of());
        TakeLog.Scene scene =
                new TakeLog.Scene("1", java.util.Optional.empty(), "2026/01/02", List.of(lens));
        return log.begin(new WaybillNo(A), scene).rolls().getFirst().take();
    }

    private static packwitness.recording.Segment link(int number) {
        return new packwitness.recording.Segment(
                number,
                number * 100L,
                100,
                packwitness.value.Sha256.ZERO,
                packwitness.value.Sha256.ZERO,
                1,
                java.time.Instant.EPOCH);
    }

    /** Limits the index to the pages it has, or to more. */
    private void pages(long more) throws Failure {
        vault.database()
                .write(tx -> {
                    long now =
                            tx.first("PRAGMA page_count", row -> row.number("page_count"))
                                    .orElse(0L);
                    return tx.first(
                            "PRAGMA max_page_count = " + (now + more),
                            row -> row.number("max_page_count"));
                });
    }

    /**
     * The disk as a kill would leave it: the database through its own backup, the files as they
     * are.
     */
    private Path copyOfOpenVault() throws Exception {
        Path copy = folder.resolve("after-the-kill");
        Files.createDirectories(copy);
        vault.database().read(tx -> tx.first("SELECT 1 AS one", row -> row.number("one")));
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                "jdbc:sqlite:" + vault.root().resolve(Vault.DATABASE));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + copy.resolve(Vault.DATABASE) + "'");
        }
        try (var files = Files.walk(vault.root().resolve("videos"))) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(vault.root().relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
        return copy;
    }

    @Test
    void searchFindsByTailOfTheWaybill() throws Exception {
        desk.arm(CAMERA, "1");
        desk.scan(A);
        desk.scan(B);
        desk.disarm();
        for (String text :
                List.of("0123", "890123", "4567890123", "sf1234567890123", "ＳＦ1234567890123"))
            assertEquals(
                    List.of(A),
                    index.find(text, 10).stream().map(s -> s.waybill().text()).toList(),
                    text);
        assertEquals(List.of(), index.find("999999", 10));
        assertEquals(2, index.find("", 10).size());
    }
}
