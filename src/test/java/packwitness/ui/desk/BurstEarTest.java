package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class BurstEarTest {
    private static final String CODE = "SF1234567890123";
    private static final Optional<String> SCAN = Optional.of(CODE);

    private final BurstEar ear = new BurstEar(ScanWords::isUnderstood, ScanWords::isUnmistakable);
    private long nanos = 1L << 40;

    @Test
    void aScanBehindTypedWordsIsHeard() {
        type("correct ", 90);
        pause(400);
        type(CODE, 3);
        assertEquals(SCAN, end());
    }

    @Test
    void aCodeIsToldByItsFormWhereNoPauseDoes() {
        type("correct", 3);
        type(CODE, 3);
        assertEquals(SCAN, end());
    }

    @Test
    void aScreenThatStoodStillInTheMiddleLosesNothing() {
        type("correct ", 90);
        type(CODE.substring(0, 6), 3);
        pause(1500);
        type(CODE.substring(6), 3);
        assertEquals(SCAN, end());
    }

    @Test
    void keysThatWaitedBehindABusyScreenAreToldApart() {
        type("cor", 90);
        pause(900);
        type("rect ", 0);
        type(CODE, 0);
        assertEquals(SCAN, end());
    }

    @Test
    void digitsOfAnyCarrierBeginAfterThePause() {
        type("year 20", 90);
        pause(200);
        type("773123456789012", 3);
        assertEquals(Optional.of("773123456789012"), end());
    }

    @Test
    void whatAPersonTypesIsNoScan() {
        type(CODE, 90);
        assertEquals(Optional.empty(), end());
        type("correct horse", 90);
        assertEquals(Optional.empty(), end());
    }

    @Test
    void aFastTypistsWordsAreNoScan() {
        type("correct horse", 20);
        assertEquals(Optional.empty(), end());
    }

    @Test
    void twoScansAreTwo() {
        type(CODE, 3);
        assertEquals(SCAN, end());
        type("PW-STOP", 3);
        assertEquals(Optional.of("PW-STOP"), end());
    }

    @Test
    void anEndlessLineDoesNoHarm() {
        type("7".repeat(5000), 0);
        type(CODE, 3);
        assertEquals(SCAN, end());
    }

    private void type(String keys, int millis) {
        for (char key : keys.toCharArray()) {
            pause(millis);
            ear.press(key, nanos);
            ear.type(key, nanos);
        }
    }

    private void pause(int millis) {
        nanos += millis * 1_000_000L;
    }

    private Optional<String> end() {
        pause(3);
        return ear.end(nanos);
    }
}
