package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
    @ParameterizedTest
    @CsvSource({
        "SF1234567890123, SF1234567890123",
        "sf1234567890123, SF1234567890123",
        "ＳＦ１２３４５６７８９０１２３, SF1234567890123",
        "' JD 0123 4567 8901 ', JD012345678901",
        "YT9876543210987-1-1, YT987654321098711",
        "773123456789012, 773123456789012"
    })
    void whatCouldBeAWaybillIsOne(String line, String number) {
        Scan.Waybill waybill = assertInstanceOf(Scan.Waybill.class, ScanRules.shipped().read(line));
        assertEquals(number, waybill.number().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.invalid/x1234567", "13800000000", "杯子", "ABC", ""})
    void whatIsNoParcelIsNot(String line) {
        assertInstanceOf(Scan.Other.class, ScanRules.shipped().read(line));
    }

    @Test
    void controlCodesAndBadgesAreTold() {
        assertEquals(new Scan.Control(Scan.Command.STOP), ScanRules.shipped().read("pw-stop"));
        assertEquals(new Scan.Badge("小李"), ScanRules.shipped().read("PW-BADGE-小李"));
    }
}
