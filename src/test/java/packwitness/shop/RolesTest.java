package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

class RolesTest {
    @TempDir Path folder;
    private final MovedClock clock =
            new MovedClock(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private Vault vault;
    private Roles roles;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), clock, 1);
        DeviceKey key = DeviceKey.openOrMake(folder.resolve("k.p12"), "s".toCharArray(), clock);
        roles = new Roles(vault, Ledger.open(vault.database(), key, clock), clock, 1000);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void eachRoleMayWhatTheOneBeforeMayAndMore() throws Failure {
        assertTrue(roles.of(Role.SUPPORT).containsAll(roles.of(Role.PACKER)));
        assertTrue(roles.of(Role.OWNER).containsAll(roles.of(Role.SUPPORT)));
        assertEquals(EnumSet.of(Permission.RECORD, Permission.MARK), roles.of(Role.PACKER));
        assertEquals(EnumSet.allOf(Permission.class), roles.of(Role.OWNER));
    }

    @Test
    void whatCannotBeUndoneIsTheOwnersAlone() throws Failure {
        for (Permission deed :
                List.of(
                        Permission.DELETE,
                        Permission.RETENTION,
                        Permission.KEYS,
                        Permission.UNMASK,
                        Permission.EXPORT,
                        Permission.ROLES)) {
            assertFalse(roles.may(Role.SUPPORT, deed), deed.name());
            assertFalse(roles.may(Role.PACKER, deed), deed.name());
        }
    }

    @Test
    void aRefusalIsARowAndNamesNobodyInTheOpen() throws Failure {
        long before = rows();
        Failure refused =
                assertThrows(Failure.class, () -> roles.ask(Role.SUPPORT, "小王", Permission.EXPORT));
        assertEquals(ShopProblem.NOT_ALLOWED, refused.problem());
        assertEquals(before + 1, rows());
        String body = newestBody();
        assertTrue(body.contains("refused") && body.contains("EXPORT"), body);
        assertFalse(body.contains("小王"), body);
        roles.ask(Role.SUPPORT, "小王", Permission.FIND);
        roles.ask(Role.OWNER, "店主", Permission.EXPORT);
        assertEquals(before + 1, rows());
    }

    @Test
    void theOwnerAllowsAndTakesBack() throws Failure {
        roles.grant(Role.OWNER, "店主", Role.SUPPORT, Permission.EXPORT, true);
        assertTrue(roles.may(Role.SUPPORT, Permission.EXPORT));
        assertFalse(roles.may(Role.PACKER, Permission.EXPORT));
        roles.grant(Role.OWNER, "店主", Role.SUPPORT, Permission.EXPORT, false);
        assertFalse(roles.may(Role.SUPPORT, Permission.EXPORT));
        roles.grant(Role.OWNER, "店主", Role.SUPPORT, Permission.PLAY, false);
        assertFalse(roles.may(Role.SUPPORT, Permission.PLAY));
    }

    @Test
    void nobodyElseAllowsAnythingAndSomeDeedsStayTheOwners() {
        assertEquals(
                ShopProblem.NOT_ALLOWED,
                assertThrows(
                                Failure.class,
                                () ->
                                        roles.grant(
                                                Role.SUPPORT,
                                                "小王",
                                                Role.SUPPORT,
                                                Permission.EXPORT,
                                                true))
                        .problem());
        assertEquals(
                ShopProblem.NEVER_GRANTED,
                assertThrows(
                                Failure.class,
                                () ->
                                        roles.grant(
                                                Role.OWNER,
                                                "店主",
                                                Role.SUPPORT,
                                                Permission.KEYS,
                                                true))
                        .problem());
    }

    @Test
    void onlyWhoKnowsThePassphraseSetsAnother() throws Failure {
        assertFalse(roles.passphrase().isSet());
        roles.passphrase().change(new char[0], "correct horse".toCharArray());
        assertTrue(roles.passphrase().isSet());
        roles.passphrase().enter("correct horse".toCharArray());
        assertThrows(
                Failure.class,
                () -> roles.passphrase().change("x".toCharArray(), chars("12345678")));
        roles.passphrase().change(chars("correct horse"), chars("battery staple"));
        roles.passphrase().enter(chars("battery staple"));
    }

    @Test
    void aLostPassphraseIsReplacedAfterThreeDaysOfWhichEveryStepIsARow() throws Failure {
        assertProblem(ShopProblem.NO_PASSPHRASE, () -> roles.lost().ask());
        roles.passphrase().change(new char[0], chars("correct horse"));
        assertProblem(ShopProblem.NOT_ASKED, () -> roles.lost().reset(chars("battery staple")));
        Instant from = roles.lost().ask();
        assertEquals(clock.instant().plus(LostPassphrase.WAIT), from);
        assertTrue(newestBody().contains("passphrase_lost"));
        clock.set("2026-11-24T04:00:00Z");
        assertEquals(from, roles.lost().ask(), "asking again does not begin another wait");
        assertProblem(ShopProblem.MUST_WAIT, () -> roles.lost().reset(chars("battery staple")));
        clock.set("2026-11-25T04:00:01Z");
        roles.lost().reset(chars("battery staple"));
        assertTrue(newestBody().contains("passphrase_reset_after_wait"));
        assertTrue(roles.lost().from().isEmpty());
        roles.passphrase().enter(chars("battery staple"));
    }

    @Test
    void anOwnerWhoEntersEndsTheRequestOfWhoSaysThatThePassphraseIsLost() throws Failure {
        roles.passphrase().change(new char[0], chars("correct horse"));
        roles.lost().ask();
        roles.passphrase().enter(chars("correct horse"));
        assertTrue(newestBody().contains("passphrase_not_lost"));
        clock.set("2026-11-29T04:00:00Z");
        assertProblem(ShopProblem.NOT_ASKED, () -> roles.lost().reset(chars("battery staple")));
        roles.passphrase().enter(chars("correct horse"));
    }

    @Test
    void whoHoldsACopyOfTheKeyNeedNotWait() throws Failure {
        roles.passphrase().change(new char[0], chars("correct horse"));
        Path copy = folder.resolve("copy.p12");
        DeviceKey.copy(folder.resolve("k.p12"), chars("s"), copy, chars("copy of the key"));
        Path other = folder.resolve("other.p12");
        DeviceKey.openOrMake(other, chars("copy of the key"), clock);
        assertProblem(
                ShopProblem.OTHER_KEY,
                () -> roles.lost().reset(other, chars("copy of the key"), chars("battery staple")));
        roles.lost().reset(copy, chars("copy of the key"), chars("battery staple"));
        assertTrue(newestBody().contains("passphrase_reset_by_key"));
        roles.passphrase().enter(chars("battery staple"));
    }

    private static void assertProblem(
            packwitness.value.Problem problem, org.junit.jupiter.api.function.Executable deed) {
        assertEquals(problem, assertThrows(Failure.class, deed).problem());
    }

    @Test
    void aShortPassphraseIsRefused() throws Failure {
        Failure shorter =
                assertThrows(
                        Failure.class,
                        () -> roles.passphrase().change(new char[0], chars("1234567")));
        assertEquals(ShopProblem.PASSPHRASE_SHORT, shorter.problem());
        assertFalse(roles.passphrase().isSet());
    }

    @Test
    void wrongOnesAreRowsAndFiveOfThemMakeWait() throws Failure {
        roles.passphrase().change(new char[0], chars("correct horse"));
        long before = rows();
        for (int i = 0; i < 5; i++) assertEquals(ShopProblem.WRONG_PASSPHRASE, wrong());
        assertEquals(before + 5, rows());
        assertEquals(ShopProblem.TOO_MANY_TRIES, wrong());
        assertThrows(Failure.class, () -> roles.passphrase().enter(chars("correct horse")));
        clock.set("2026-11-22T04:01:01Z");
        roles.passphrase().enter(chars("correct horse"));
    }

    @Test
    void thePassphraseIsNowhereInTheVault() throws Exception {
        roles.passphrase().change(new char[0], chars("correct horse"));
        vault.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("correct horse"), file.toString());
            }
        }
    }

    private packwitness.value.Problem wrong() {
        return assertThrows(Failure.class, () -> roles.passphrase().enter(chars("incorrect")))
                .problem();
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }

    private long rows() throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first("SELECT count(*) AS n FROM ledger_row", row -> row.number("n")))
                .orElseThrow();
    }

    private String newestBody() throws Failure {
        return new String(
                vault.database()
                        .read(tx ->
                                tx.first(
                                        "SELECT body FROM ledger_row ORDER BY seq DESC LIMIT 1",
                                        row -> row.bytes("body")))
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }
}
