package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.BreakingDisk;
import packwitness.bench.KeptShop;
import packwitness.bench.KeptShop.Parcel;
import packwitness.ledger.Check;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RetentionTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final Doer OWNER = new Doer("test", "老板");

    @TempDir Path folder;
    private KeptShop shop;

    @BeforeEach
    void openShop() throws Failure {
        shop = KeptShop.open(folder.resolve("vault"), BEGIN, 1);
        shop.arm();
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aVideoGoesInTwoStepsEachWithItsRow() throws Exception {
        Parcel parcel = shop.pack(2);
        days(181);
        RetentionPlan plan = shop.retention().plan();
        assertEquals(1, plan.count(Kind.VIDEO));
        assertTrue(Files.exists(at(parcel)), "a plan touches nothing");
        run();
        assertFalse(Files.exists(at(parcel)));
        assertEquals(1, files("quarantine"));
        days(6);
        run();
        assertEquals(1, files("quarantine"), "six days are not seven");
        days(2);
        run();
        assertEquals(0, files("quarantine"));
        assertEquals(
                RemovalState.DELETED, shop.retention().fateOf(parcel.take()).orElseThrow().state());
        List<Entry> rows =
                shop.ledger.entriesOf(parcel.shipment()).stream()
                        .filter(row -> row.kind() == EntryKind.ERASE)
                        .toList();
        assertEquals(
                List.of("quarantine", "delete"),
                rows.stream().map(r -> r.facts().get("step")).toList());
        for (Entry row : rows) {
            assertEquals(parcel.hash().hex(), row.facts().get("sha256"));
            assertEquals("DAYS 180", row.facts().get("why"));
            assertEquals("test", row.facts().get("by"));
            assertTrue(row.facts().containsKey("who.salted"));
        }
    }

    @Test
    void aProperlyDeletedOriginalIsNoFaultAndItsRowIsNamed() throws Exception {
        Parcel parcel = shop.pack(2);
        days(181);
        run();
        days(8);
        run();
        long row = shop.retention().fateOf(parcel.take()).orElseThrow().seq();
        Report report = verify();
        assertEquals(List.of(), failed(report));
        assertTrue(
                report.check("C1").details(Lang.EN).stream()
                        .anyMatch(line -> line.contains("Deleted by retention, row " + row)),
                () -> report.check("C1").details(Lang.EN).toString());
    }

    @Test
    void aVideoThatVanishedWithoutARowIsStillAFault() throws Exception {
        Parcel kept = shop.pack(2);
        days(1);
        Parcel other = shop.pack(2);
        days(179);
        run();
        Files.delete(at(other));
        assertEquals(List.of("C1"), failed(verify()), "the row of one parcel excuses no other");
        assertTrue(Files.notExists(at(kept)));
    }

    @Test
    void theRowOfAKeyFrameDoesNotExcuseTheVideo() throws Exception {
        Parcel parcel = shop.pack(2);
        shop.frame(parcel, shop.vault.files()::keep);
        days(800);
        run();
        days(8);
        run();
        run();
        assertEquals(1, files("quarantine"), "the key frame follows its video");
        days(8);
        run();
        assertEquals(0, files("frames"));
        assertEquals(List.of(), failed(verify()));
    }

    @Test
    void whatIsOnHoldIsNeverPlanned() throws Exception {
        Parcel byHand = shop.pack(1);
        shop.hold(byHand, true);
        Parcel byClaim = shop.pack(1);
        shop.claim(byClaim);
        shop.hold(byClaim, false);
        Parcel byAmount = shop.pack(1);
        shop.order(byAmount, "231", "小雨", 100_001);
        Parcel free = shop.pack(1);
        shop.retention().rules(shop.retention().rules().with("hold_above_fen", 100_000), OWNER);
        days(2000);
        RetentionPlan plan = shop.retention().plan();
        assertEquals(List.of(free.file()), plan.files().stream().map(Candidate::file).toList());
        assertEquals(3, plan.heldFiles());
        run();
        days(8);
        run();
        run();
        for (Parcel held : List.of(byHand, byClaim, byAmount)) assertTrue(Files.exists(at(held)));
    }

    @Test
    void aParcelOfADearOrderStaysUntilTheRuleGoes() throws Exception {
        shop.retention().rules(shop.retention().rules().with("hold_above_fen", 50_000), OWNER);
        Parcel dear = shop.pack(1);
        Parcel cheap = shop.pack(1);
        shop.order(dear, "N-1", "小雨", 50_001);
        shop.order(cheap, "N-2", "小雨", 50_000);
        days(181);
        run();
        assertTrue(Files.exists(at(dear)));
        assertTrue(Files.notExists(at(cheap)), "as much as the amount is not more than it");
        shop.retention().rules(shop.retention().rules().with("hold_above_fen", 0), OWNER);
        run();
        assertTrue(Files.notExists(at(dear)));
    }

    @Test
    void aDearOrderThatIsImportedLaterSavesWhatWaitsInQuarantine() throws Exception {
        shop.retention().rules(shop.retention().rules().with("hold_above_fen", 50_000), OWNER);
        Parcel parcel = shop.pack(1);
        days(181);
        run();
        assertTrue(Files.notExists(at(parcel)));
        shop.order(parcel, "N-1", "小雨", 90_000);
        days(8);
        run();
        assertTrue(Files.exists(at(parcel)));
        assertEquals(0, files("quarantine"));
    }

    @Test
    void aHoldBringsAFileBackFromQuarantine() throws Exception {
        Parcel parcel = shop.pack(1);
        days(181);
        run();
        shop.hold(parcel, true);
        assertEquals(1, shop.retention().finish(OWNER, RetentionProgress.UNSEEN));
        assertTrue(Files.exists(at(parcel)));
        assertEquals(List.of(), failed(verify()));
        Files.delete(at(parcel));
        assertEquals(List.of("C1"), failed(verify()), "it came back, so it has to be there");
    }

    @Test
    void aHoldThatComesAfterThePlanIsHeeded() throws Exception {
        Parcel parcel = shop.pack(1);
        days(181);
        RetentionPlan plan = shop.retention().plan();
        shop.hold(parcel, true);
        assertEquals(1, shop.retention().run(plan, OWNER, RetentionProgress.UNSEEN).held());
        assertTrue(Files.exists(at(parcel)));
        shop.hold(parcel, false);
        run();
        days(8);
        RetentionPlan due = shop.retention().plan();
        shop.claim(parcel);
        RetentionResult result = shop.retention().run(due, OWNER, RetentionProgress.UNSEEN);
        assertEquals(0, result.deleted());
        assertEquals(1, result.broughtBack());
        assertTrue(Files.exists(at(parcel)));
    }

    @Test
    void bytesTakeTheOldestFirstAndNothingYoungerThanAWeek() throws Exception {
        Parcel oldest = shop.pack(4);
        days(5);
        Parcel middle = shop.pack(4);
        days(5);
        shop.pack(4);
        days(5);
        Parcel young = shop.pack(4);
        long one = Files.size(at(young));
        shop.retention().rules(shop.retention().rules().with("most_video_bytes", one * 2), OWNER);
        assertEquals(
                List.of(oldest.file(), middle.file()),
                shop.retention().plan().files().stream().map(Candidate::file).toList());
        shop.retention().rules(shop.retention().rules().with("most_video_bytes", 1), OWNER);
        assertFalse(
                shop.retention().plan().files().stream()
                        .anyMatch(file -> file.file().equals(young.file())));
    }

    @Test
    void whatWaitsInQuarantineCountsAsLeaving() throws Exception {
        for (int i = 0; i < 4; i++) shop.pack(4);
        long one = Files.size(folder.resolve("vault").resolve(shop.pack(4).file()));
        days(20);
        shop.retention().rules(shop.retention().rules().with("most_video_bytes", one * 3), OWNER);
        run();
        int moved = files("quarantine");
        run();
        assertEquals(moved, files("quarantine"), "the same need takes nothing twice");
    }

    @Test
    void theRowGoesLastWithItsPersonalValuesAndTheLedgerStaysWhole() throws Exception {
        Parcel parcel = shop.pack(1);
        shop.order(parcel, "231", "小雨", 100);
        shop.frame(parcel, shop.vault.files()::keep);
        Parcel claimed = shop.pack(1);
        shop.claims.outcome(shop.claim(claimed).id(), packwitness.claim.ClaimState.WON, "x");
        shop.hold(claimed, false);
        days(1100);
        for (int i = 0; i < 3; i++) {
            run();
            days(8);
        }
        run();
        run();
        assertTrue(shop.index.show(parcel.shipment()).isEmpty());
        assertTrue(shop.index.show(claimed.shipment()).isPresent(), "a claim keeps the row");
        assertEquals(0, count("SELECT count(*) AS n FROM shop_order WHERE buyer IS NOT NULL"));
        assertEquals(
                0,
                count(
                        "SELECT count(*) AS n FROM ledger_salt WHERE value = '"
                                + parcel.waybill()
                                + "'"));
        assertEquals(List.of(), failed(verify()));
    }

    @Test
    void aFileThatIsNotWhatTheIndexSaysIsLeftAlone() throws Exception {
        Parcel parcel = shop.pack(1);
        Files.write(at(parcel), new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        days(181);
        assertEquals(1, run().notAsIndexed());
        assertTrue(Files.exists(at(parcel)));
    }

    @Test
    void whereverItBreaksOffTheNextStartFinishes() throws Exception {
        int points = 0;
        boolean broke = true;
        for (int step = 0; broke; step++) {
            try (KeptShop one = KeptShop.open(folder.resolve("crash-" + step), BEGIN, step)) {
                Parcel going = one.pack(1);
                Parcel held = one.pack(1);
                one.pass(Duration.ofDays(181));
                one.retention().run(one.retention().plan(), OWNER, RetentionProgress.UNSEEN);
                one.hold(held, true);
                one.pass(Duration.ofDays(8));
                Parcel next = one.pack(1);
                one.pass(Duration.ofDays(181));
                broke = dies(one, step);
                if (broke) points++;
                one.retention().finish(OWNER, RetentionProgress.UNSEEN);
                assertEquals(List.of(), States.dangling(one), "broken off at step " + step);
                assertTrue(Files.exists(one.root.resolve(held.file())), "on hold, step " + step);
                one.retention().run(one.retention().plan(), OWNER, RetentionProgress.UNSEEN);
                assertFalse(Files.exists(one.root.resolve(going.file())));
                assertFalse(Files.exists(one.root.resolve(next.file())));
            }
        }
        assertEquals(6, points, "a return, a deletion and a move, each before and after");
    }

    @Test
    void aHoldAfterACrashStillSavesWhatWasToBeDeleted() throws Exception {
        Parcel parcel = shop.pack(1);
        days(181);
        run();
        days(8);
        assertTrue(dies(shop, 0));
        shop.hold(parcel, true);
        shop.retention().finish(OWNER, RetentionProgress.UNSEEN);
        assertTrue(Files.exists(at(parcel)));
        assertEquals(List.of(), States.dangling(shop));
    }

    @Test
    void aFileThatWasOnlyCopiedToQuarantineIsFinished() throws Exception {
        Parcel parcel = shop.pack(1);
        days(181);
        assertTrue(dies(shop, 0));
        Removal moving =
                shop.vault
                        .database()
                        .read(tx -> RemovalTable.in(tx, RemovalState.MOVING))
                        .getFirst();
        Files.copy(at(parcel), shop.root.resolve(moving.quarantine()));
        shop.retention().finish(OWNER, RetentionProgress.UNSEEN);
        assertEquals(List.of(), States.dangling(shop));
        assertFalse(Files.exists(at(parcel)));
    }

    @Test
    void aRunCanBeEndedBetweenTwoFiles() throws Exception {
        for (int i = 0; i < 5; i++) shop.pack(1);
        days(181);
        RetentionResult result =
                shop.retention().run(shop.retention().plan(), OWNER, (done, all) -> done < 2);
        assertTrue(result.cancelled());
        assertEquals(2, result.quarantined());
        assertEquals(List.of(), States.dangling(shop));
    }

    @Test
    void onlyOneRunAtATime() throws Exception {
        shop.pack(1);
        days(181);
        RetentionPlan plan = shop.retention().plan();
        try (KeepLock _ = KeepLock.require(shop.root)) {
            Failure busy =
                    assertThrows(
                            Failure.class,
                            () -> shop.retention().run(plan, OWNER, RetentionProgress.UNSEEN));
            assertEquals(KeepProblem.BUSY, busy.problem());
            assertEquals(0, shop.retention().finish(OWNER, RetentionProgress.UNSEEN));
        }
    }

    @Test
    void theForecastFollowsPaceAndRules() throws Exception {
        for (int i = 0; i < 10; i++) {
            shop.pack(4);
            days(1);
        }
        Forecast forecast = shop.retention(new Small(shop, 12_000)).forecast();
        assertTrue(forecast.bytesADay() > 0);
        long daysLeft = 12_000 / forecast.bytesADay();
        assertEquals(
                java.time.LocalDate.of(2026, 1, 15).plusDays(daysLeft),
                forecast.fullWithoutRules().orElseThrow());
        shop.retention().rules(shop.retention().rules().with("video_days", 3), OWNER);
        assertTrue(shop.retention(new Small(shop, 12_000)).forecast().fullWithRules().isEmpty());
    }

    @Test
    void theRulesThatHoldStandInTheLedger() throws Exception {
        shop.retention().rules(shop.retention().rules().with("video_days", 90), OWNER);
        assertEquals(90, shop.retention().rules().videoDays());
        Failure wrong =
                assertThrows(Failure.class, () -> shop.retention().rules().with("nonsense", 1));
        assertEquals(KeepProblem.RULE_WRONG, wrong.problem());
        assertThrows(Failure.class, () -> shop.retention().rules().with("quarantine_days", 0));
    }

    /** The same files with little room. */
    private record Small(KeptShop shop, long room) implements Disk {
        private Disk real() {
            return new VaultDisk(shop.vault.files());
        }

        @Override
        public boolean exists(String file) {
            return real().exists(file);
        }

        @Override
        public long bytes(String file) throws IOException {
            return real().bytes(file);
        }

        @Override
        public packwitness.value.Sha256 hash(String file) throws IOException {
            return real().hash(file);
        }

        @Override
        public void move(String from, String to) throws IOException {
            real().move(from, to);
        }

        @Override
        public void delete(String file) throws IOException {
            real().delete(file);
        }

        @Override
        public String volume(String file) {
            return "one";
        }

        @Override
        public long free(String file) {
            return room;
        }
    }

    private boolean dies(KeptShop one, int step) throws Failure {
        Retention breaking =
                one.retention(new BreakingDisk(new VaultDisk(one.vault.files()), step));
        try {
            breaking.run(breaking.plan(), OWNER, RetentionProgress.UNSEEN);
            return false;
        } catch (BreakingDisk.Died died) {
            return true;
        }
    }

    private RetentionResult run() throws Failure {
        return shop.retention().run(shop.retention().plan(), OWNER, RetentionProgress.UNSEEN);
    }

    private void days(int days) {
        shop.pass(Duration.ofDays(days));
    }

    private Path at(Parcel parcel) {
        return shop.root.resolve(parcel.file());
    }

    private int files(String under) throws IOException {
        try (var walk = Files.walk(shop.root.resolve(under))) {
            return (int)
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                            .count();
        }
    }

    private long count(String sql) throws Failure {
        return shop.vault.database().read(tx -> tx.first(sql, row -> row.number("n"))).orElse(-1L);
    }

    private Report verify() {
        return new Verifier(TrustList.shipped(), (pdf, bags) -> List.of())
                .verify(List.of(shop.root));
    }

    private static List<String> failed(Report report) {
        return report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(Check::id)
                .toList();
    }
}
