package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.keep.RunNote;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A day of the shop on a clock that is set, without a thread. */
class NightlyTest {
    @TempDir Path folder;
    private KeptShop shop;
    private boolean packing;
    private long nanos;
    private Nightly nightly;
    private KeptShop.Parcel old;

    @BeforeEach
    void openAfterHalfAYear() throws Failure {
        // 10:00 in Shanghai.
        shop = KeptShop.open(folder.resolve("vault"), Instant.parse("2026-01-05T02:00:00Z"), 1);
        old = shop.pack(2);
        shop.pass(Duration.ofDays(181));
        nightly = new Nightly(shop.retention(), () -> packing, shop.clock(), () -> nanos);
    }

    @AfterEach
    void closeShop() {
        nightly.close();
        shop.close();
    }

    @Test
    void byDayNothingGoesAndAtNightWhatIsDueGoesIntoQuarantine() throws Failure {
        quiet(Duration.ofMinutes(30));
        assertTrue(nightly.look().isEmpty(), "at ten in the morning nothing goes");
        quiet(Duration.ofHours(16));
        assertEquals(1, nightly.look().orElseThrow().quarantined());
        assertFalse(Files.exists(shop.root.resolve(old.file())));
        List<RunNote> notes = shop.retention().notes(5);
        assertEquals("night", notes.getFirst().door());
        assertEquals(1, notes.getFirst().result().quarantined());
        quiet(Duration.ofMinutes(30));
        assertTrue(nightly.look().isEmpty(), "once a night");
        quiet(Duration.ofDays(8));
        assertEquals(1, nightly.look().orElseThrow().deleted(), "the second step a week later");
    }

    @Test
    void nothingGoesWhilePeoplePackOrHaveJustPacked() throws Failure {
        quiet(Duration.ofHours(16));
        packing = true;
        assertTrue(nightly.look().isEmpty());
        packing = false;
        quiet(Duration.ofMinutes(5));
        assertTrue(nightly.look().isEmpty(), "the table was busy five minutes ago");
        quiet(Duration.ofMinutes(6));
        assertTrue(nightly.look().isPresent());
    }

    @Test
    void aShopThatIsClosedAtNightIsClearedByDay() throws Failure {
        quiet(Duration.ofHours(24));
        assertTrue(nightly.look().isPresent(), "a day later, though it is not night");
    }

    @Test
    void whoSwitchedItOffIsLeftAlone() throws Failure {
        shop.retention().rules(shop.retention().rules().with("nightly", 0), KeptShop.DOER);
        quiet(Duration.ofHours(16));
        assertTrue(nightly.look().isEmpty());
        assertTrue(Files.exists(shop.root.resolve(old.file())));
    }

    @Test
    void aHoldIsHeededAtNightToo() throws Failure {
        shop.hold(old, true);
        quiet(Duration.ofHours(16));
        assertEquals(0, nightly.look().orElseThrow().quarantined());
        assertTrue(Files.exists(shop.root.resolve(old.file())));
    }

    private void quiet(Duration time) {
        shop.pass(time);
        nanos += time.toNanos();
    }
}
