package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Transaction;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A dishonest owner of machine, database and key; what lies outside is the authority's key and the
 * bags that were handed out.
 */
class AttackTest {
    @TempDir static Path made;
    private static Instant later = Instant.EPOCH;

    @TempDir Path folder;

    @Test
    void honestVaultHasNoFinding() throws Exception {
        try (Shop shop = world()) {
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
        }
    }

    @Test
    void swappedVideoIsFound() throws Exception {
        try (Shop shop = world()) {
            Shop.Parcel parcel = parcel(shop);
            Files.write(parcel.video(), new byte[] {1, 2, 3});
            caught(shop.verify(shop.root), "C1", "file.changed");
        }
    }

    @Test
    void swappedVideoWithEditedRowIsFoundByTheChain() throws Exception {
        try (Shop shop = world()) {
            rewrite(shop, rows -> edited(rows), false);
            Report report = shop.verify(shop.root);
            caught(report, "C3", "row.unlinked");
            caught(report, "C8", "history.notExtended");
        }
    }

    @Test
    void relinkedChainIsFoundByTheStampedCheckpoint() throws Exception {
        try (Shop shop = world()) {
            rewrite(shop, rows -> edited(rows), true);
            caught(shop.verify(shop.root), "C8", "history.notExtended");
        }
    }

    @Test
    void deletedRowsAreFound() throws Exception {
        try (Shop shop = world()) {
            shop.tamper(tx -> tx.run("DELETE FROM ledger_row WHERE take_id = ?", secondTake(tx)));
            caught(shop.verify(shop.root), "C3", "row.number");
        }
    }

    @Test
    void deletedAndRelinkedRowsAreFoundByTheStampedCheckpoint() throws Exception {
        try (Shop shop = world()) {
            rewrite(shop, rows -> without(rows), true);
            caught(shop.verify(shop.root), "C8", "history.notExtended");
        }
    }

    @Test
    void droppedStampsAndOneNewStampAreFoundByTheirLag() throws Exception {
        try (Shop shop = world()) {
            Path old = folder.resolve("old");
            shop.bag(old, parcel(shop));
            dropStamps(shop, rows -> without(rows));
            shop.clock.pass(Duration.ofDays(30));
            reopened(shop).checkpoint();
            new StampQueue(
                            shop.vault.database(),
                            reopened(shop),
                            List.of(shop.authority),
                            shop.clock)
                    .stampPending();
            caught(shop.verify(shop.root), "C7", "bracket.lateStamp");
            Report withOld = shop.verify(shop.root, old);
            assertEquals(Outcome.FAILED, withOld.check("C8").outcome());
        }
    }

    @Test
    void reorderedRowsAreFound() throws Exception {
        try (Shop shop = world()) {
            rewrite(
                    shop,
                    rows -> {
                        int stop = last(rows, EntryKind.STOP);
                        Collections.swap(rows, stop, stop - 1);
                        return rows;
                    },
                    true);
            Report report = shop.verify(shop.root);
            caught(report, "C3", "take.segmentOutside");
            caught(report, "C8", "history.notExtended");
        }
    }

    @Test
    void backDatedRecordIsFoundByItsLowerBound() throws Exception {
        try (Shop shop = world()) {
            Instant now = shop.clock.instant();
            shop.clock.set(now.minus(Duration.ofMinutes(30)));
            shop.pack(2);
            shop.clock.set(now.plusSeconds(60));
            shop.stamp();
            caught(shop.verify(shop.root), "C7", "bracket.backDated");
        }
    }

    @Test
    void videoCutBeforeHashingIsFoundByItsLength() throws Exception {
        try (Shop shop = world()) {
            shop.pack(45, 5);
            shop.stamp();
            caught(shop.verify(shop.root), "C9", "take.short");
        }
    }

    @Test
    void cutOriginalOfWhichPiecesWereEnteredIsFound() throws Exception {
        try (Shop shop = world()) {
            ShipmentId shipment = new ShipmentId(1);
            TakeId take = new TakeId(2);
            byte[] bytes = new byte[100];
            Sha256 hash = Sha256.of(bytes);
            Sha256 link = SegmentLinks.next(Sha256.ZERO, 0, 100, hash);
            shop.append(EntryKind.START, Shop.start(shipment, take, "SF9", "videos/cut.mp4"));
            shop.append(
                    EntryKind.SEGMENT,
                    Facts.of()
                            .take(take)
                            .with("segment", 0)
                            .with("offset", 0)
                            .with("length", 100)
                            .with("sha256", hash)
                            .with("link", link)
                            .with("frames", 30));
            byte[] cut = new byte[60];
            shop.vault.files().keep("videos/cut.mp4", cut);
            shop.append(
                    EntryKind.STOP,
                    Facts.of()
                            .take(take)
                            .with("file", "videos/cut.mp4")
                            .with("bytes", 60)
                            .with("sha256", Sha256.of(cut))
                            .with("chain", link)
                            .with("segments", 1)
                            .with("recorded", 30));
            shop.stamp();
            Report report = shop.verify(shop.root);
            caught(report, "C9", "take.piece");
            caught(report, "C9", "take.sum");
        }
    }

    @Test
    void droppedRecordingIsFoundByItsStart() throws Exception {
        try (Shop shop = world()) {
            shop.append(
                    EntryKind.START,
                    Shop.start(new ShipmentId(7), new TakeId(8), "SF1", "videos/gone.mp4"));
            shop.stamp();
            caught(shop.verify(shop.root), "C3", "take.noEnd");
        }
    }

    @Test
    void clonedVaultIsFoundWhenABagOfTheOtherBranchIsAtHand() throws Exception {
        Shop shop = world();
        shop.close();
        Path clone = folder.resolve("clone");
        copy(shop.root, clone);
        Path bagP = folder.resolve("bag-p");
        Path bagQ = folder.resolve("bag-q");
        Shop.Parcel shown;
        try (Shop p = new Shop(shop.root, folder.resolve("tsa"), shop.clock)) {
            Shop.Parcel parcel = p.pack(2);
            p.stamp();
            p.bag(bagP, parcel);
        }
        try (Shop q = new Shop(clone, folder.resolve("tsa"), shop.clock)) {
            shop.clock.pass(Duration.ofSeconds(5));
            q.pack(1);
            shown = q.pack(3);
            q.stamp();
            q.bag(bagQ, shown);
            // Alone no branch can be told from the whole; every report says so.
            assertEquals(Outcome.PASSED, q.verify(clone).outcome());
            assertTrue(q.verify(clone).limits(Lang.EN).toString().contains("branch"));
            assertEquals(Outcome.FAILED, q.verify(clone, bagP).check("C8").outcome());
            assertEquals(Outcome.FAILED, q.verify(bagQ, bagP).check("C8").outcome());
        }
    }

    @Test
    void tailCutOffIsFoundWhenALaterBagIsAtHand() throws Exception {
        try (Shop shop = world()) {
            Path bag = folder.resolve("bag");
            Shop.Parcel parcel = shop.pack(2);
            shop.stamp();
            shop.bag(bag, parcel);
            shop.tamper(tx -> {
                tx.run("DELETE FROM ledger_handed");
                tx.run("DELETE FROM ledger_stamp WHERE seq > 9");
                tx.run("DELETE FROM ledger_checkpoint WHERE size > 9");
                tx.run("DELETE FROM ledger_salt WHERE seq > 9");
                tx.run("DELETE FROM ledger_row WHERE seq > 9");
            });
            caught(shop.verify(shop.root, bag), "C8", "history.shorter");
        }
    }

    @Test
    void selfMadeAuthorityIsFoundByTheTrustList() throws Exception {
        try (Shop shop = world()) {
            TestAuthority own = TestAuthority.make(folder.resolve("own"), shop.clock);
            shop.pack(1);
            shop.ledger.checkpoint();
            new StampQueue(shop.vault.database(), shop.ledger, List.of(own), shop.clock)
                    .stampPending();
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.UNDECIDED, report.check("C6").outcome());
            assertTrue(report.check("C6").details(Lang.ZH).toString().contains("测试时间戳"));
        }
    }

    @Test
    void salvagedOrExchangedStampIsFound() throws Exception {
        try (Shop shop = world()) {
            shop.tamper(tx ->
                    tx.run(
                            "DELETE FROM ledger_stamp WHERE seq = (SELECT min(seq) FROM"
                                    + " ledger_stamp)"));
            caught(shop.verify(shop.root), "C5", "stamp.gone");
            shop.tamper(tx -> tx.run("UPDATE ledger_stamp SET gen_time = gen_time - 1000"));
            caught(shop.verify(shop.root), "C5", "stamp.time");
        }
    }

    @Test
    void hiddenRowsOfTheSameWaybillAreFoundAgainstTheVault() throws Exception {
        try (Shop shop = world()) {
            Shop.Parcel parcel = shop.pack(1);
            shop.append(
                    EntryKind.START,
                    Shop.start(new ShipmentId(7), new TakeId(8), parcel.waybill(), "videos/b.mp4"));
            shop.stamp();
            Path bag = folder.resolve("bag");
            shop.bag(bag, parcel);
            caught(shop.verify(bag, shop.root), "C14", "shown.hidden");
        }
    }

    @Test
    void everyReportNamesWhatCannotBeFound() throws Exception {
        Report nothing = new Verifier().verify(List.of(folder.resolve("nowhere")));
        assertEquals(Outcome.UNDECIDED, nothing.outcome());
        assertEquals(6, nothing.limits(Lang.ZH).size());
        assertEquals(6, nothing.limits(Lang.EN).size());
    }

    /** A copy of a vault that was made once: three parcels, each between two stamps. */
    private Shop world() throws Failure, IOException {
        Path vault = folder.resolve("vault");
        copy(made.resolve("vault"), vault);
        copy(made.resolve("tsa"), folder.resolve("tsa"));
        TestClock clock = new TestClock();
        clock.set(later);
        return new Shop(vault, folder.resolve("tsa"), clock);
    }

    @BeforeAll
    static void makeWorld() throws Failure, IOException {
        try (Shop shop = Shop.open(made)) {
            shop.stamp();
            for (int i = 0; i < 3; i++) {
                shop.pack(2);
                shop.clock.pass(Duration.ofMinutes(5));
                shop.stamp();
            }
            later = shop.clock.instant();
        }
    }

    private static void caught(Report report, String check, String word) {
        assertTrue(
                report.check(check).findings().stream()
                        .anyMatch(finding ->
                                finding.outcome() == Outcome.FAILED && finding.word().equals(word)),
                word + " not in " + report.check(check).details(Lang.EN));
        assertEquals(Outcome.FAILED, report.outcome());
    }

    private static Ledger reopened(Shop shop) throws Failure {
        return Ledger.open(shop.vault.database(), shop.key, shop.clock);
    }

    private static Shop.Parcel parcel(Shop shop) throws Failure {
        Entry stop = shop.vault.database().read(tx -> LedgerTable.at(tx, 6).orElseThrow());
        Entry start = shop.vault.database().read(tx -> LedgerTable.at(tx, 3).orElseThrow());
        long shipment = Long.parseLong(start.facts().getOrDefault("shipment", "0"));
        return new Shop.Parcel(
                new ShipmentId(shipment),
                new TakeId(1),
                "SF100001",
                shop.root.resolve(stop.facts().getOrDefault("file", "none")));
    }

    private static long secondTake(Transaction tx) throws SQLException {
        return tx.list(
                        "SELECT DISTINCT take_id FROM ledger_row WHERE take_id IS NOT NULL",
                        row -> row.number("take_id"))
                .get(1);
    }

    private static int first(List<Entry> rows, EntryKind kind) {
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).kind() == kind) return i;
        throw new AssertionError(kind);
    }

    private static int last(List<Entry> rows, EntryKind kind) {
        for (int i = rows.size() - 1; i >= 0; i--) if (rows.get(i).kind() == kind) return i;
        throw new AssertionError(kind);
    }

    /** The hash of an original is exchanged in its STOP row. */
    private static List<Entry> edited(List<Entry> rows) {
        int at = first(rows, EntryKind.STOP);
        Entry stop = rows.get(at);
        SortedMap<String, String> facts = new TreeMap<>(stop.facts());
        facts.put("sha256", Sha256.of(new byte[] {1}).hex());
        rows.set(
                at, new Entry(stop.seq(), stop.kind(), stop.at(), facts, stop.prev(), stop.leaf()));
        return rows;
    }

    private static List<Entry> without(List<Entry> rows) {
        String take = rows.get(first(rows, EntryKind.STOP)).facts().getOrDefault("take", "");
        rows.removeIf(row -> take.equals(row.facts().get("take")));
        return rows;
    }

    private static void dropStamps(Shop shop, UnaryOperator<List<Entry>> change) throws Failure {
        shop.tamper(tx -> {
            tx.run("DELETE FROM ledger_stamp");
            tx.run("DELETE FROM ledger_handed");
            tx.run("DELETE FROM ledger_checkpoint");
        });
        rewrite(
                shop,
                rows -> {
                    rows.removeIf(row -> row.kind() == EntryKind.STAMP);
                    return change.apply(rows);
                },
                true);
    }

    /** Writes the ledger anew, with or without mending its chain. */
    private static void rewrite(Shop shop, UnaryOperator<List<Entry>> change, boolean relink)
            throws Failure {
        shop.tamper(tx -> {
            List<Entry> rows =
                    change.apply(
                            new ArrayList<>(
                                    tx.list(
                                            "SELECT body FROM ledger_row ORDER BY seq",
                                            LedgerTable::entry)));
            tx.run("DELETE FROM ledger_salt");
            tx.run("DELETE FROM ledger_row");
            Sha256 prev = Sha256.ZERO;
            for (int seq = 0; seq < rows.size(); seq++) {
                Entry row = rows.get(seq);
                byte[] body =
                        RowText.write(
                                relink ? prev : row.prev(),
                                seq,
                                row.at().toEpochMilli(),
                                row.kind().name(),
                                row.facts());
                Entry written = RowText.read(body).orElseThrow();
                LedgerTable.insert(tx, written, body);
                prev = written.leaf();
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path one : walk.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(target);
                else Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
