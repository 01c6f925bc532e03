package packwitness.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.BuyerHistory.Trait;
import packwitness.claim.BuyerLink.Kind;
import packwitness.claim.BuyerLink.Strength;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class BuyerHistoryTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;
    private Vault vault;
    private ClaimBook claims;
    private BuyerHistory buyers;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        claims = new ClaimBook(vault, Ledger.open(vault.database(), key, CLOCK));
        buyers = claims.buyers();
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                        + " VALUES (77, 'SF1234567890123', '1', 0, 0)"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void theSameAccountIsAStrongLinkAndTheSameNameElsewhereAWeakOne() throws Failure {
        ClaimId one = claim("拼多多", "小雨");
        ClaimId same = claim("拼多多", "小雨");
        ClaimId elsewhere = claim("淘宝", "小雨");
        claim("拼多多", "大山");
        List<BuyerLink> links = buyers.linksOf(one);
        assertEquals(List.of(same, elsewhere), links.stream().map(l -> l.other().id()).toList());
        assertEquals(Set.of(Kind.ACCOUNT), links.get(0).kinds());
        assertEquals(Strength.A, links.get(0).strength());
        assertEquals(Strength.C, links.get(1).strength());
    }

    @Test
    void aPhoneTiesClaimsHoweverItIsWritten() throws Failure {
        ClaimId one = claim("拼多多", "甲");
        ClaimId two = claim("淘宝", "乙");
        buyers.note(one, Trait.PHONE, "+86 138-0013-8000");
        buyers.note(two, Trait.PHONE, "１３８００１３８０００");
        assertEquals(Set.of(Kind.PHONE), buyers.linksOf(one).getFirst().kinds());
        assertThrows(Failure.class, () -> buyers.note(one, Trait.PHONE, "138****8000"));
    }

    @Test
    void anAddressTiesClaimsWithoutItsPunctuation() throws Failure {
        ClaimId one = claim("拼多多", "甲");
        ClaimId two = claim("淘宝", "乙");
        buyers.note(one, Trait.ADDRESS, "广东省 深圳市，南山区 科技路1号");
        buyers.note(two, Trait.ADDRESS, "广东省深圳市南山区科技路１号");
        assertEquals(Strength.B, buyers.linksOf(two).getFirst().strength());
    }

    @Test
    void nothingCountsUntilTheOwnerSaysSo() throws Failure {
        ClaimId one = claim("拼多多", "小雨");
        ClaimId two = claim("拼多多", "小雨");
        assertTrue(buyers.confirmed(one).isEmpty());
        buyers.say(one, two, true, "同一账号");
        assertEquals(two, buyers.confirmed(one).getFirst().other().id());
        assertEquals(one, buyers.confirmed(two).getFirst().other().id());
        buyers.say(two, one, false, "弄错了");
        assertTrue(buyers.confirmed(one).isEmpty());
        assertEquals(Optional.of(false), buyers.linksOf(one).getFirst().said());
        assertThrows(Failure.class, () -> buyers.say(one, one, true, ""));
    }

    @Test
    void whatTheOwnerAloneTiedIsShownAsThat() throws Failure {
        ClaimId one = claim("拼多多", "甲");
        ClaimId two = claim("淘宝", "乙");
        buyers.say(one, two, true, "聊天中自认");
        BuyerLink link = buyers.confirmed(one).getFirst();
        assertEquals(Set.of(Kind.OWNER_SAYS), link.kinds());
        assertEquals(Strength.C, link.strength());
    }

    @Test
    void noTelephoneNumberIsInTheVault() throws Exception {
        ClaimId one = claim("拼多多", "甲");
        buyers.note(one, Trait.PHONE, "13800138000");
        vault.close();
        try (Stream<Path> files = Files.walk(folder.resolve("vault"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .contains("13800138000"),
                        file.toString());
        }
    }

    private ClaimId claim(String platform, String buyer) throws Failure {
        return claims.open(
                        new NewClaim(
                                new ShipmentId(77),
                                platform,
                                "裂纹",
                                Fen.ofYuan("168.00"),
                                true,
                                LocalDate.of(2026, 11, 22),
                                Optional.empty(),
                                Optional.of(buyer)))
                .id();
    }
}
