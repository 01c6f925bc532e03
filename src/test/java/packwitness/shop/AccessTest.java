package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class AccessTest {
    @TempDir Path folder;
    private final MovedClock clock =
            new MovedClock(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private Shop shop;

    @BeforeEach
    void open() throws Failure {
        ShopSettings settings =
                new ShopSettings("test", folder.resolve("passphrase"), 1).withRounds(1000);
        shop = Shop.open(folder.resolve("vault"), settings, clock);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aShopWithoutPassphraseIsTheOwnersAndOneWithItIsNot() throws Failure {
        Access window = Access.begin(shop, Role.SUPPORT);
        Access kiosk = Access.begin(shop, Role.PACKER);
        assertEquals(Role.OWNER, window.role());
        assertFalse(window.guarded());
        set();
        assertEquals(Role.SUPPORT, window.role(), "also in a window that was open before");
        assertEquals(Role.PACKER, kiosk.role());
        assertTrue(window.guarded());
    }

    @Test
    void whoSaysThatHeIsAPackerIsOneWithoutAnyPassphrase() throws Failure {
        assertEquals(Role.PACKER, Access.as(shop, Role.PACKER).role());
        assertEquals(Role.OWNER, Access.as(shop, Role.OWNER).role(), "nobody can prove more");
        set();
        assertEquals(Role.SUPPORT, Access.as(shop, Role.OWNER).role(), "the passphrase is missing");
    }

    @Test
    void theOwnerEntersAndHasLeftAfterAQuarterOfAnHourWithoutADeed() throws Failure {
        Access access = Access.begin(shop, Role.SUPPORT);
        assertFalse(access.who().contains("("), "nobody is told apart yet");
        set();
        assertTrue(access.who().endsWith(" (support)"), access.who());
        access.enter("correct horse".toCharArray());
        assertEquals(Role.OWNER, access.role());
        assertTrue(access.who().endsWith(" (owner)"), access.who());
        clock.set("2026-11-22T04:14:00Z");
        access.ask(Set.of(Permission.DELETE));
        clock.set("2026-11-22T04:28:00Z");
        assertEquals(Role.OWNER, access.role(), "the deed of 04:14 counts");
        clock.set("2026-11-22T04:30:00Z");
        assertEquals(Role.SUPPORT, access.role());
        access.enter("correct horse".toCharArray());
        access.leave();
        assertEquals(Role.SUPPORT, access.role());
    }

    @Test
    void eachDeedOfEachRoleIsLetPassOrRefusedWithARow() throws Failure {
        set();
        for (Role role : List.of(Role.PACKER, Role.SUPPORT)) {
            Access access = Access.as(shop, role);
            for (Permission deed : Permission.values()) {
                long before = shop.ledger().size();
                if (shop.roles().may(role, deed)) {
                    access.ask(Set.of(deed));
                    assertEquals(before, shop.ledger().size(), role + " " + deed);
                } else {
                    Failure refused = assertThrows(Failure.class, () -> access.ask(Set.of(deed)));
                    assertEquals(ShopProblem.NOT_ALLOWED, refused.problem());
                    assertEquals(before + 1, shop.ledger().size(), role + " " + deed);
                }
            }
        }
    }

    @Test
    void whatTheOwnerAllowsOpensTheDoor() throws Failure {
        set();
        Access support = Access.begin(shop, Role.SUPPORT);
        Access owner = Access.begin(shop, Role.SUPPORT);
        assertFalse(support.may(Doors.desktop().needs("claims.pack")));
        owner.enter("correct horse".toCharArray());
        owner.grant(Role.SUPPORT, Permission.EXPORT, true);
        assertTrue(support.may(Doors.desktop().needs("claims.pack")));
        assertThrows(Failure.class, () -> support.grant(Role.SUPPORT, Permission.DELETE, true));
    }

    @Test
    void aDoorNobodyThoughtOfIsTheOwnersAlone() throws Failure {
        set();
        Set<Permission> needs = Doors.desktop().needs("somewhere.else");
        assertEquals(EnumSet.of(Permission.ROLES), needs);
        assertFalse(Access.begin(shop, Role.SUPPORT).may(needs));
    }

    @Test
    void aWordBehindADoorAsksForSomethingElse() {
        Doors commands = Doors.commands();
        assertEquals(Set.of(Permission.HOLD), commands.needs("hold", List.of("sf1", "on")));
        assertEquals(
                Set.of(Permission.RELEASE_HOLD), commands.needs("hold", List.of("sf1", "off")));
        assertEquals(Set.of(Permission.UNMASK), commands.needs("person list", List.of("--reveal")));
        assertEquals(Set.of(Permission.FIND), commands.needs("person list"));
    }

    /** What cannot be undone, or leaves the shop, passes no door as anybody but the owner. */
    @Test
    void theDoorsThatMatterMostAreTheOwners() throws Failure {
        set();
        Access support = Access.begin(shop, Role.SUPPORT);
        for (String door :
                List.of(
                        "keep.run",
                        "keep.repair",
                        "claims.make",
                        "claims.pack",
                        "rules.change",
                        "shipments.revealed",
                        "keep.backup")) assertFalse(support.may(Doors.desktop().needs(door)), door);
        for (String door :
                List.of(
                        "retention run",
                        "person erase",
                        "dossier",
                        "pack",
                        "redact",
                        "key rotate",
                        "key backup",
                        "backup",
                        "role allow",
                        "role passphrase"))
            assertFalse(support.may(Doors.commands().needs(door)), door);
    }

    private void set() throws Failure {
        shop.roles().passphrase().change(new char[0], "correct horse".toCharArray());
    }
}
