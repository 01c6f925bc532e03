package packwitness.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.ClaimStatistics.Group;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class OutcomesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir Path folder;
    private Vault vault;
    private ClaimBook claims;
    private Outcomes outcomes;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key = DeviceKey.openOrMake(folder.resolve("k.p12"), "s".toCharArray(), CLOCK);
        claims = new ClaimBook(vault, Ledger.open(vault.database(), key, CLOCK));
        outcomes = claims.outcomes();
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                        + " VALUES (77, 'SF1', '1', 0, 0)"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private ClaimId claim(String platform, String reason, String yuan, LocalDate filed)
            throws Failure {
        return claims.open(
                        new NewClaim(
                                new ShipmentId(77),
                                platform,
                                reason,
                                Fen.ofYuan(yuan),
                                true,
                                filed,
                                Optional.empty(),
                                Optional.empty()))
                .id();
    }

    @Test
    void aClaimThatWasWonRecoversItsAmountAndALostOneNothing() throws Failure {
        ClaimId won = claim("拼多多", "裂纹", "200.00", DAY);
        ClaimId lost = claim("拼多多", "少件", "100.00", DAY);
        outcomes.say(won, NewOutcome.of(ClaimState.WON, Decisive.PACKING_VIDEO, "清楚"));
        outcomes.say(lost, NewOutcome.of(ClaimState.LOST, Decisive.DEADLINE_MISSED, ""));
        assertEquals(Fen.ofYuan("200.00"), outcomes.of(won).getFirst().recovered());
        assertEquals(Fen.ZERO, outcomes.of(lost).getFirst().recovered());
        assertEquals(ClaimState.WON, claims.show(won).state());
    }

    @Test
    void whatWasSaidBeforeStaysAndTheNewestCounts() throws Failure {
        ClaimId id = claim("拼多多", "裂纹", "200.00", DAY);
        outcomes.say(id, NewOutcome.of(ClaimState.LOST, Decisive.PLATFORM_RULE, "一审"));
        outcomes.say(id, NewOutcome.of(ClaimState.WON, Decisive.AI_LABEL, "复核"));
        assertEquals(
                List.of(ClaimState.WON, ClaimState.LOST),
                outcomes.of(id).stream().map(ClaimOutcome::state).toList());
        assertEquals(1, statistics().all().won());
        assertEquals(0, statistics().all().lost());
    }

    @Test
    void moreThanTheClaimCannotBeRecovered() throws Failure {
        ClaimId id = claim("拼多多", "裂纹", "200.00", DAY);
        NewOutcome tooMuch =
                new NewOutcome(
                        ClaimState.WON,
                        Decisive.OTHER,
                        Optional.empty(),
                        Optional.of(Fen.ofYuan("200.01")),
                        "");
        assertThrows(Failure.class, () -> outcomes.say(id, tooMuch));
        assertEquals(List.of(), outcomes.of(id));
    }

    @Test
    void theNewestPaperIsTheOneThatMatteredUnlessSaid() throws Failure {
        ClaimId id = claim("拼多多", "裂纹", "200.00", DAY);
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO dossier (id, claim_id, addressee, pdf, sha256, at)"
                                        + " VALUES (1, ?, 'PLATFORM', 'a', 'b', 0),"
                                        + " (2, ?, 'POLICE', 'c', 'd', 0)",
                                id.value(),
                                id.value()));
        outcomes.say(id, NewOutcome.of(ClaimState.WON, Decisive.OTHER, ""));
        assertEquals(Optional.of("POLICE"), outcomes.of(id).getFirst().paper());
        assertEquals("POLICE", statistics().byPaper().getFirst().name());
    }

    @Test
    void groupsAddUpToTheWhole() throws Failure {
        ClaimId a = claim("拼多多", "裂纹", "200.00", DAY);
        claim("拼多多", "裂纹 ", "50.00", DAY);
        ClaimId c = claim("抖音", "少件", "100.00", DAY);
        claim("抖音", "少件", "70.00", DAY.minusDays(40));
        outcomes.say(
                a,
                new NewOutcome(
                        ClaimState.WON,
                        Decisive.PACKING_VIDEO,
                        Optional.of("PLATFORM"),
                        Optional.of(Fen.ofYuan("150.00")),
                        ""));
        outcomes.say(c, NewOutcome.of(ClaimState.WITHDRAWN, Decisive.BUYER_GAVE_WAY, ""));
        ClaimStatistics found = statistics();
        Group all = found.all();
        assertEquals(
                List.of(3, 1, 1, 0, 1),
                List.of(all.claims(), all.open(), all.won(), all.lost(), all.withdrawn()));
        assertEquals(Fen.ofYuan("350.00"), all.claimed());
        assertEquals(Fen.ofYuan("150.00"), all.recovered());
        assertEquals(Fen.ofYuan("150.00"), all.notRecovered());
        for (List<Group> groups : List.of(found.byPlatform(), found.byReason()))
            assertEquals(3, groups.stream().mapToInt(Group::claims).sum());
        assertEquals("拼多多", found.byPlatform().getFirst().name());
        assertEquals("裂纹", found.byReason().getFirst().name());
        assertEquals(2, found.byDecisive().size());
        assertEquals(List.of("PLATFORM"), found.byPaper().stream().map(Group::name).toList());
    }

    @Test
    void aShopWithoutClaimsHasStatisticsToo() throws Failure {
        assertEquals(0, statistics().all().claims());
        assertTrue(statistics().byPlatform().isEmpty());
    }

    private ClaimStatistics statistics() throws Failure {
        return outcomes.statistics(DAY.minusDays(5), DAY);
    }
}
