package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ScanBufferTest {
    private final ScanBuffer buffer = new ScanBuffer();
    private long nanos;

    @Test
    void keysUpToEnterAreOneScan() {
        assertEquals(Optional.of("SF1234567890123"), type("SF1234567890123\r"));
        assertEquals("", buffer.soFar());
    }

    @Test
    void enterAloneIsNoScan() {
        assertEquals(Optional.empty(), type("\r"));
        assertEquals(Optional.empty(), type("  \n"));
    }

    @Test
    void aPauseDropsStrayKeys() {
        type("xx");
        nanos += Duration.ofSeconds(10).toNanos();
        assertEquals(Optional.of("YT9876543210123"), type("YT9876543210123\r"));
    }

    @Test
    void controlCharactersAreNoPartOfAScan() {
        assertEquals(Optional.of("AB12"), type("A\tB\u00011\u007f2\r"));
    }

    @Test
    void anEndlessLineIsCutAndDoesNoHarm() {
        type("7".repeat(5000));
        assertEquals(512, buffer.soFar().length());
    }

    private Optional<String> type(String keys) {
        Optional<String> scan = Optional.empty();
        for (char key : keys.toCharArray()) {
            nanos += Duration.ofMillis(5).toNanos();
            scan = buffer.type(key, nanos);
        }
        return scan;
    }
}
