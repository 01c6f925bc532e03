package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.keep.RetentionRules;
import packwitness.setting.Setting;
import packwitness.setting.SettingBook;
import packwitness.shipment.DeskSettings;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class OwnSettingsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void defaultsOfTheTableAreThoseOfTheRooms() throws Failure {
        try (Shop shop = open()) {
            assertEquals(
                    DeskSettings.standard(),
                    OwnSettings.desk(DeskSettings.standard(), shop.vault()));
            for (SettingBook.Held held : shop.settings().all())
                assertEquals(held.setting().standard(), held.value(), held.setting().name());
        }
    }

    @Test
    void whatIsSetReachesTheDeskAndWhatTheProgramIsToldWins() throws Failure {
        try (Shop shop = open()) {
            shop.settings().set(Setting.named("still"), "90");
            shop.settings().set(Setting.named("burn-in"), "yes");
            DeskSettings desk = OwnSettings.desk(DeskSettings.standard(), shop.vault());
            assertEquals(Duration.ofSeconds(90), desk.still());
            assertEquals(true, desk.burnIn());
            DeskSettings told = DeskSettings.standard().withStills(1);
            assertEquals(told, OwnSettings.desk(told, shop.vault()));
        }
    }

    @Test
    void rulesOfKeepingAreSetInTheUnitsOfPeople() throws Failure {
        try (Shop shop = open()) {
            shop.settings().set(Setting.named("hold-above-fen"), "300");
            shop.settings().set(Setting.named("least-free-bytes"), "20");
            RetentionRules rules = shop.retention().rules();
            assertEquals(30_000, rules.holdAboveFen());
            assertEquals(20L << 30, rules.leastFreeBytes());
            shop.settings().reset(Setting.named("hold-above-fen"));
            assertEquals(0, shop.retention().rules().holdAboveFen());
        }
    }

    private Shop open() throws Failure {
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        return Shop.open(folder.resolve("vault"), settings, CLOCK);
    }
}
