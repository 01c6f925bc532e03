package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ScanBufferTest {
    private static final String CODE = "SF1234567890123";

    private final ScanBuffer buffer = new ScanBuffer(ScanWords::isUnderstood);
    private final List<String> scans = new ArrayList<>();
    private long nanos = Duration.ofHours(1).toNanos();

    @Test
    void keysUpToEnterAreOneScan() {
        type(CODE + "\r", 5);
        assertEquals(List.of(CODE), scans);
        assertEquals("", buffer.soFar());
    }

    @Test
    void enterAloneIsNoScan() {
        type("\r", 5);
        type("  \n", 5);
        assertEquals(List.of(), scans);
    }

    @Test
    void aPauseDropsStrayKeys() {
        type("xx", 5);
        pass(10_000);
        type("YT9876543210123\r", 5);
        assertEquals(List.of("YT9876543210123"), scans);
    }

    @Test
    void strayKeysJustBeforeAScanAreDropped() {
        type("xx", 150);
        pass(600);
        type(CODE + "\r", 5);
        assertEquals(List.of(CODE), scans);
    }

    @Test
    void controlCharactersAreNoPartOfAScan() {
        type("A\tB\u00011\u007f2\r", 5);
        assertEquals(List.of("AB12"), scans);
    }

    @Test
    void theSeparatorOfElementsIsKept() {
        type("]C10106901234567892\u001d00340434161094015902\r", 5);
        assertEquals(List.of("]C10106901234567892\u001d00340434161094015902"), scans);
    }

    @Test
    void anEndlessLineIsCutAndDoesNoHarm() {
        type("7".repeat(5000), 0);
        assertEquals(512, buffer.soFar().length());
    }

    @Test
    void silenceEndsAScanWithoutEnter() {
        type(CODE, 10);
        pass(200);
        assertEquals(List.of(), scans);
        pass(150);
        assertEquals(List.of(CODE), scans);
        pass(5_000);
        assertEquals(List.of(CODE), scans);
    }

    @Test
    void aTabEndsAScanSooner() {
        type(CODE + "\t", 10);
        pass(160);
        assertEquals(List.of(CODE), scans);
    }

    @Test
    void aPersonIsNotInterrupted() {
        type("773123456789012", 140);
        pass(2_000);
        assertEquals(List.of(), scans);
        type("\r", 140);
        assertEquals(List.of("773123456789012"), scans);
    }

    @Test
    void aPersonMayPauseWithinANumber() {
        type("773123", 140);
        pass(1_500);
        type("456789012\r", 140);
        assertEquals(List.of("773123456789012"), scans);
    }

    @Test
    void aScannerThatSendsEnterMayStall() {
        type(CODE + "\r", 5);
        type("YT98765432", 5);
        pass(600);
        type("10987\r", 5);
        assertEquals(List.of(CODE, "YT9876543210987"), scans);
    }

    @Test
    void aBusyScreenDoesNotSplitAScan() {
        type("SF12345678", 5);
        nanos += Duration.ofMillis(900).toNanos();
        buffer.look(nanos).ifPresent(scans::add);
        type("90123", 0);
        pass(300);
        assertEquals(List.of(CODE), scans);
    }

    @Test
    void wholeKeysCountWhereAnInputMethodWidens() {
        keys("SF1234567890123", "ＳＦ１２３４５６７８９０１２３");
        assertEquals(1, scans.size());
        assertEquals(
                CODE,
                java.text.Normalizer.normalize(scans.getFirst(), java.text.Normalizer.Form.NFKC));
    }

    @Test
    void keysCountWhereAnInputMethodSwallowsThem() {
        for (char key : "yt1234567890123".toCharArray()) {
            nanos += 5_000_000;
            buffer.press(key, nanos);
        }
        buffer.commit("一天");
        buffer.press('\r', nanos).ifPresent(scans::add);
        assertEquals(List.of("yt1234567890123"), scans);
    }

    @Test
    void keysCountWhereWhatIsLeftLooksLikeAnotherNumber() {
        for (char key : "yt1234567890123".toCharArray()) {
            nanos += 5_000_000;
            buffer.press(key, nanos);
            if (key > '1' && key <= '9') buffer.type(key, nanos);
        }
        buffer.press('\r', nanos).ifPresent(scans::add);
        assertEquals(List.of("yt1234567890123"), scans);
    }

    @Test
    void whatArrivedCountsWhereKeysAreOnAnotherLayout() {
        keys("SF\0\0\0\0\0\0\0\0\0\0\0\0\0", "SF&é\"'(-è_çà&é\"");
        assertEquals(List.of("SF&é\"'(-è_çà&é\""), scans);
    }

    @Test
    void aNameTypedByCharacterNumbersIsKept() {
        for (char key : "PW-BADGE-".toCharArray()) {
            buffer.press(key, nanos += 5_000_000);
            buffer.type(key, nanos);
        }
        buffer.type('张', nanos += 5_000_000);
        buffer.type('三', nanos += 5_000_000);
        buffer.press('\r', nanos).ifPresent(scans::add);
        assertEquals(List.of("PW-BADGE-张三"), scans);
    }

    @Test
    void tenThousandScansLoseNoCharacter() {
        Random random = new Random(11);
        List<String> meant = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            StringBuilder code = new StringBuilder(random.nextBoolean() ? "SF" : "YT");
            while (code.length() < 15) code.append((char) ('0' + random.nextInt(10)));
            meant.add(code.toString());
            scan(code.toString(), random);
            pass(300 + random.nextInt(2_000));
        }
        assertEquals(meant, scans.stream().map(ScanBufferTest::read).toList());
    }

    /** Types a code as one of five set-ups does: plain, widened, swallowed, or without Enter. */
    private void scan(String code, Random random) {
        int way = random.nextInt(4);
        for (char key : code.toCharArray()) {
            nanos += (2 + random.nextInt(20)) * 1_000_000L;
            if (way > 0) buffer.press(way == 2 ? Character.toLowerCase(key) : key, nanos);
            if (way == 1 || way == 0) buffer.type(key, nanos);
            else if (way == 3) buffer.type((char) (key + 0xFEE0), nanos);
            if (random.nextInt(4) == 0) buffer.look(nanos).ifPresent(scans::add);
        }
        nanos += 5_000_000;
        buffer.press('\r', nanos).ifPresent(scans::add);
        buffer.type('\r', nanos).ifPresent(scans::add);
    }

    private static String read(String scan) {
        return packwitness.scan.ScanRules.shipped().read(scan)
                        instanceof packwitness.scan.Scan.Waybill waybill
                ? waybill.number().text()
                : scan;
    }

    private void keys(String pressed, String typed) {
        for (int i = 0; i < pressed.length(); i++) {
            nanos += 5_000_000;
            buffer.press(pressed.charAt(i), nanos).ifPresent(scans::add);
            buffer.type(typed.charAt(i), nanos).ifPresent(scans::add);
        }
        buffer.press('\r', nanos).ifPresent(scans::add);
        buffer.type('\r', nanos).ifPresent(scans::add);
    }

    private void type(String keys, int milliseconds) {
        for (char key : keys.toCharArray()) {
            nanos += Duration.ofMillis(milliseconds).toNanos();
            buffer.type(key, nanos).ifPresent(scans::add);
        }
    }

    /** Lets time pass with the screen looking 15 times a second. */
    private void pass(long milliseconds) {
        for (long gone = 0; gone < milliseconds; gone += 66) {
            nanos += Duration.ofMillis(Math.min(66, milliseconds - gone)).toNanos();
            Optional<String> scan = buffer.look(nanos);
            scan.ifPresent(scans::add);
        }
    }
}
