package packwitness.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class SettingBookTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void valueThatWasSetOutlivesTheProgramAndCanBeReset() throws Failure {
        Setting still = Setting.named("still");
        try (Vault vault = Vault.open(folder, CLOCK, 1)) {
            SettingBook book = book(vault);
            assertEquals(new SettingBook.Held(still, "60", false), book.held(still));
            assertEquals(new SettingBook.Held(still, "90", true), book.set(still, " 090 "));
        }
        try (Vault vault = Vault.open(folder, CLOCK, 1)) {
            SettingBook book = book(vault);
            assertTrue(book.held(still).changed());
            assertFalse(book.reset(still).changed());
            assertEquals("60", book.held(still).value());
        }
    }

    @Test
    void valueOutOfItsBoundsIsRefusedAndTheOldOneHolds() throws Failure {
        Setting still = Setting.named("still");
        try (Vault vault = Vault.open(folder, CLOCK, 1)) {
            SettingBook book = book(vault);
            for (String wrong :
                    new String[] {"", "-1", "3601", "abc", "1e3", "99999999999999999999"})
                assertEquals(
                        SettingProblem.VALUE_WRONG,
                        assertThrows(Failure.class, () -> book.set(still, wrong)).problem(),
                        wrong);
            assertEquals("60", book.held(still).value());
        }
    }

    @Test
    void choiceTakesOnlyItsWords() throws Failure {
        Setting lang = Setting.named("lang");
        assertEquals("en", lang.checked("en"));
        assertThrows(Failure.class, () -> lang.checked("fr"));
        assertThrows(Failure.class, () -> Setting.named("no-such"));
    }

    @Test
    void settingsOfThisComputerStandInItsFile() throws Failure {
        Path file = folder.resolve("s").resolve("desktop.properties");
        SettingBook book = new SettingBook(Map.of(Setting.Place.COMPUTER, ComputerKeeper.of(file)));
        book.set(Setting.named("theme"), "dark");
        assertEquals("dark", ComputerKeeper.of(file).read(Setting.named("theme")).orElseThrow());
        assertEquals(4, book.all().size());
    }

    @Test
    void everyDefaultIsAValueThatCouldBeSet() throws Failure {
        Set<String> names = new HashSet<>();
        for (Setting setting : Setting.all()) {
            assertEquals(setting.standard(), setting.checked(setting.standard()));
            assertTrue(names.add(setting.name()), setting.name());
        }
    }

    @Test
    void searchFindsEveryWordWhereverItStands() {
        assertTrue(Setting.fits("disk room", "Room kept free", "on the DISK"));
        assertFalse(Setting.fits("disk moon", "Room kept free", "on the DISK"));
        assertTrue(Setting.fits("", "anything"));
    }

    private static SettingBook book(Vault vault) {
        return new SettingBook(Map.of(Setting.Place.VAULT, new VaultKeeper(vault.database())));
    }
}
