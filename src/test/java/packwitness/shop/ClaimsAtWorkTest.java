package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.BuyerHistory.Trait;
import packwitness.claim.ClaimState;
import packwitness.claim.NewClaim;
import packwitness.law.Tier;
import packwitness.shop.Reminder.Stage;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deadlines, reminders and the buyer's sums over a real vault. */
class ClaimsAtWorkTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir Path folder;
    private final MovedClock clock =
            new MovedClock(Instant.parse("2026-10-31T04:00:00Z"), NEW_YORK);
    private Shop shop;

    private Shop shop() throws Failure {
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        shop = Shop.open(folder.resolve("vault"), settings, clock);
        shop.vault()
                .database()
                .write(tx ->
                        tx.run(
                                "INSERT OR IGNORE INTO shipment (id, waybill, station, first_scan,"
                                        + " last_scan) VALUES (77, 'SF1', '1', 0, 0)"));
        return shop;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ClaimId claim(String buyer, String yuan, String filed, Optional<Instant> deadline)
            throws Failure {
        return shop.claims()
                .open(
                        new NewClaim(
                                new ShipmentId(77),
                                "某平台",
                                "裂纹",
                                Fen.ofYuan(yuan),
                                true,
                                LocalDate.parse(filed),
                                deadline,
                                Optional.of(buyer)))
                .id();
    }

    @Test
    void daysOfTheLawEndInChinaWhereverTheComputerStands() throws Failure {
        shop();
        claim("甲", "200.00", "2026-05-09", Optional.empty());
        Due police =
                shop.due().getFirst().dues().stream()
                        .filter(due -> due.name().equals("admin_conservative"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Instant.parse("2026-11-08T15:59:59Z"), police.at());
    }

    @Test
    void hoursOfAPlatformAreHoursEvenWhereClocksArePutBack() throws Failure {
        shop();
        // 24 hours from the opening cross the change of 2026-11-01 in New York.
        ClaimId id =
                shop.claims()
                        .open(
                                new NewClaim(
                                        new ShipmentId(77),
                                        "拼多多",
                                        "裂纹",
                                        Fen.ofYuan("9.00"),
                                        true,
                                        LocalDate.of(2026, 10, 31),
                                        Optional.empty(),
                                        Optional.empty()))
                        .id();
        assertEquals(1, shop.due().size(), id.toString());
        assertEquals(
                Instant.parse("2026-11-01T04:00:00Z"),
                shop.due().getFirst().platform().orElseThrow().at());
    }

    @Test
    void aReminderComesOnceAStageAndNotAgainAfterARestart() throws Failure {
        shop();
        claim("甲", "200.00", "2026-10-31", Optional.of(Instant.parse("2026-11-02T04:00:00Z")));
        assertEquals(List.of(), platformReminders());
        clock.set("2026-11-01T04:00:00Z");
        List<Reminder> day = platformReminders();
        assertEquals(List.of(Stage.DAY), day.stream().map(Reminder::stage).toList());
        shop.shown(day.getFirst());
        assertEquals(List.of(), platformReminders());
        shop.close();
        shop();
        assertEquals(List.of(), platformReminders());
        clock.set("2026-11-02T03:30:00Z");
        // Six hours went by unseen; only the nearest stage is said.
        assertEquals(
                List.of(Stage.HOUR), platformReminders().stream().map(Reminder::stage).toList());
        clock.set("2026-11-02T04:00:00Z");
        assertEquals(List.of(), platformReminders());
    }

    @Test
    void aDeadlineThatPassedWhileTheProgramWasClosedIsToldOnceAndOnlyLately() throws Failure {
        shop();
        claim("甲", "200.00", "2026-10-31", Optional.of(Instant.parse("2026-11-02T04:00:00Z")));
        shop.close();
        clock.set("2026-11-04T04:00:00Z");
        shop();
        List<Reminder> passed = platformReminders();
        assertEquals(List.of(Stage.PASSED), passed.stream().map(Reminder::stage).toList());
        clock.set("2026-11-10T04:00:00Z");
        assertEquals(List.of(), platformReminders());
        clock.set("2026-11-04T04:00:00Z");
        shop.shown(passed.getFirst());
        assertEquals(List.of(), platformReminders());
    }

    @Test
    void theLawRemindsOfThePoliceButNotOfTheLaterReading() throws Failure {
        shop();
        claim("甲", "200.00", "2026-05-09", Optional.empty());
        clock.set("2026-11-03T00:00:00Z");
        List<Reminder> due = shop.reminders();
        assertTrue(
                due.stream()
                        .anyMatch(r ->
                                r.due().name().equals("admin_conservative")
                                        && r.stage() == Stage.WEEK));
        assertFalse(due.stream().anyMatch(r -> r.due().name().equals("admin_latest")));
    }

    @Test
    void aClosedClaimRemindsOfNothing() throws Failure {
        shop();
        ClaimId id =
                claim(
                        "甲",
                        "200.00",
                        "2026-10-31",
                        Optional.of(Instant.parse("2026-10-31T05:00:00Z")));
        assertEquals(1, platformReminders().size());
        shop.claims().outcome(id, ClaimState.WON, "录像");
        assertEquals(List.of(), shop.reminders());
    }

    @Test
    void whatIsLostFirstIsRemindedOfFirst() throws Failure {
        shop();
        Instant now = clock.instant();
        Optional<Instant> tonight = Optional.of(now.plus(Duration.ofHours(20)));
        ClaimId cheap = claim("甲", "10.00", "2026-10-31", tonight);
        ClaimId dear = claim("乙", "900.00", "2026-10-31", tonight);
        ClaimId red = claim("丙", "1.00", "2026-10-31", Optional.of(now.plus(Duration.ofHours(5))));
        assertEquals(
                List.of(red, dear, cheap),
                platformReminders().stream().map(one -> one.claim().claim().id()).toList());
    }

    private List<Reminder> platformReminders() throws Failure {
        return shop.reminders().stream()
                .filter(reminder -> reminder.due().kind() == Due.Kind.PLATFORM)
                .toList();
    }

    @Test
    void linkedClaimsAreShownBesideButCountOnlyWhenConfirmed() throws Failure {
        shop();
        ClaimId one = claim("小雨", "3500.00", "2026-10-20", Optional.empty());
        ClaimId two = claim("小雨", "3000.00", "2026-10-25", Optional.empty());
        shop.claims().set(one, Map.of("forum_candidates", "jiangsu", "refund_by", "merchant"));
        BuyerStanding before = shop.buyer(one);
        assertEquals(Fen.ofYuan("3500.00"), before.counted().obtained());
        assertEquals(Tier.T2_GREY, before.counted().reached().tier());
        assertEquals(Fen.ofYuan("6500.00"), before.possible().obtained());
        assertEquals(Tier.T3_CRIMINAL_LARGE, before.possible().reached().tier());
        assertTrue(before.supposed());
        shop.claims().buyers().say(one, two, true, "同一账号");
        assertEquals(Fen.ofYuan("6500.00"), shop.buyer(one).counted().obtained());
        shop.claims().buyers().say(one, two, false, "不是");
        assertEquals(Fen.ofYuan("3500.00"), shop.buyer(one).possible().obtained());
    }

    @Test
    void aWeakLinkIsNotAddedEvenWhenConfirmed() throws Failure {
        shop();
        ClaimId one = claim("甲", "3500.00", "2026-10-20", Optional.empty());
        ClaimId two = claim("乙", "3000.00", "2026-10-25", Optional.empty());
        shop.claims().set(one, Map.of("forum_candidates", "jiangsu", "refund_by", "merchant"));
        for (ClaimId id : List.of(one, two))
            shop.claims().buyers().note(id, Trait.ADDRESS, "广东省深圳市南山区科技路1号");
        shop.claims().buyers().say(one, two, true, "同一地址");
        BuyerStanding standing = shop.buyer(one);
        assertEquals(Fen.ofYuan("3500.00"), standing.counted().obtained());
        assertEquals(Fen.ofYuan("6500.00"), standing.possible().obtained());
    }
}
