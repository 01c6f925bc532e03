package packwitness.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ScannerTrialTest {
    private static final long MS = Duration.ofMillis(1).toNanos();

    private final ScannerTrial trial = new ScannerTrial();

    @Test
    void scannerWithEnterIsHeardAsOne() {
        ScannerTrial.Heard scan =
                heard("SF1234567890123", "SF1234567890123", 5, '\r').orElseThrow();
        assertEquals("SF1234567890123", scan.text());
        assertEquals("WAYBILL", scan.kind());
        assertTrue(scan.fast());
        assertEquals(ScannerTrial.Ending.ENTER, scan.ending());
        assertEquals(ScannerTrial.Layout.SAME, scan.layout());
        assertEquals(Duration.ofMillis(70), scan.took());
    }

    @Test
    void handThatTypesIsSlow() {
        assertFalse(heard("78901234567890", "78901234567890", 180, '\r').orElseThrow().fast());
    }

    @Test
    void scannerWithoutSuffixIsEndedBySilence() {
        assertEquals(Optional.empty(), heard("PW-STOP", "PW-STOP", 4, '\0'));
        assertEquals(Optional.empty(), trial.look(200 * MS));
        ScannerTrial.Heard scan = trial.look(600 * MS).orElseThrow();
        assertEquals(ScannerTrial.Ending.NOTHING, scan.ending());
        assertEquals("CONTROL", scan.kind());
    }

    @Test
    void otherLayoutIsTurnedBackByTheKeys() {
        ScannerTrial.Heard scan = heard("PWßSTOP", "PW-STOP", 4, '\t').orElseThrow();
        assertEquals(ScannerTrial.Layout.TURNED, scan.layout());
        assertEquals(ScannerTrial.Ending.TAB, scan.ending());
        assertEquals("PW-STOP", scan.text());
    }

    @Test
    void whatInputMethodSwallowedIsHeardByTheKeys() {
        ScannerTrial.Heard scan = heard("", "SF1234567890123", 4, '\r').orElseThrow();
        assertEquals("SF1234567890123", scan.text());
        assertEquals(ScannerTrial.Layout.TURNED, scan.layout());
    }

    private Optional<ScannerTrial.Heard> heard(
            String typed, String pressed, int milliseconds, char end) {
        int most = Math.max(typed.length(), pressed.length());
        long at = 0;
        for (int i = 0; i < most; i++, at += milliseconds * MS) {
            if (i < pressed.length()) trial.press(pressed.charAt(i), at);
            if (i < typed.length()) trial.type(typed.charAt(i), at);
        }
        return trial.type(end, at);
    }
}
