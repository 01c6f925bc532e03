package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BounceTest {
    private final Bounce bounce = Bounce.usual();

    @Test
    void theSameCodeAtOnceIsBounceAndLaterIsMeant() {
        assertEquals(Bounce.Verdict.FIRST, at("A", 0));
        assertEquals(Bounce.Verdict.BOUNCE, at("A", 0));
        assertEquals(Bounce.Verdict.BOUNCE, at("A", 1_999));
        assertEquals(Bounce.Verdict.AGAIN, at("A", 4_000));
        assertEquals(Bounce.Verdict.BOUNCE, at("A", 4_100));
    }

    @Test
    void aLabelLeftUnderTheScannerStaysOneScan() {
        at("A", 0);
        for (int ms = 500; ms < 60_000; ms += 500) assertEquals(Bounce.Verdict.BOUNCE, at("A", ms));
    }

    @Test
    void twoScannersAtOnceBounceEachForItself() {
        assertEquals(Bounce.Verdict.FIRST, at("A", 0));
        assertEquals(Bounce.Verdict.FIRST, at("B", 0));
        assertEquals(Bounce.Verdict.BOUNCE, at("A", 80));
        assertEquals(Bounce.Verdict.BOUNCE, at("B", 90));
        assertEquals(Bounce.Verdict.BOUNCE, at("A", 160));
    }

    @Test
    void goingBackToTheFirstParcelIsMeant() {
        at("A", 0);
        at("B", 900);
        assertEquals(Bounce.Verdict.AGAIN, at("A", 1_800));
        assertEquals(Bounce.Verdict.AGAIN, at("B", 2_700));
    }

    @Test
    void aForgottenCodeIsMeantAtOnce() {
        at("A", 0);
        bounce.forget("A");
        assertEquals(Bounce.Verdict.FIRST, at("A", 10));
    }

    @Test
    void theClockMayPassItsHighestNumber() {
        bounce.hear("A", Long.MAX_VALUE - 10);
        assertEquals(Bounce.Verdict.BOUNCE, bounce.hear("A", Long.MIN_VALUE + 10));
    }

    @Test
    void aHundredThousandCodesAreNotRemembered() {
        for (int i = 0; i < 100_000; i++)
            assertEquals(Bounce.Verdict.FIRST, bounce.hear("C" + i, i));
        assertEquals(Bounce.Verdict.FIRST, bounce.hear("C0", 100_000));
    }

    @Test
    void timesThatContradictThemselvesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Bounce(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    private Bounce.Verdict at(String code, long ms) {
        return bounce.hear(code, ms * 1_000_000);
    }
}
