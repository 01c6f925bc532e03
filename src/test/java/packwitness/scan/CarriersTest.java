package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Test numbers published by tracking_number_data (MIT) and by the carriers. */
class CarriersTest {
    private final ScanRules rules = ScanRules.shipped();

    @ParameterizedTest
    @CsvSource({
        "SF1234567890123, SF",
        "SFA123456789012, SF",
        "YT1234567890123, YTO",
        "JT1234567890123, JT",
        "JD0123456789012, JD",
        "JDVA12345678901, JD",
        "DPK202212345678, DEPPON",
        "LP00123456789012, CAINIAO"
    })
    void lettersNameACarrierWithoutACheckDigit(String line, String code) {
        Scan.Waybill waybill = waybill(line);
        assertEquals(code, waybill.carrier().orElseThrow().code());
        assertEquals(CheckDigit.NONE, waybill.state());
    }

    @ParameterizedTest
    @CsvSource({
        "1Z5R89390357567127, UPS",
        "1Z879E930346834440, UPS",
        "1Z410E7W0392751591, UPS",
        "1ZXX3150YW44070023, UPS",
        "1 Z 8 V 9 2 A 7 0 3 6 7 2 0 3 0 2 4, UPS",
        "RB123456785GB, POST",
        "RB123456785US, POST",
        "RB123456785CN, EMS",
        "9611020987654312345672, FEDEX",
        "1001921334250001000300779017972697, FEDEX",
        "9622001900000000000000776632517510, FEDEX",
        "32971514560102447849175802862014, FEDEX",
        "9400111206206406260787, USPS",
        "9405803699300124287899, USPS",
        "9505511069605048600624, USPS",
        "9361289878700317633795, USPS",
        "92748931507708513018050063, USPS",
        "9101123456789000000013, USPS",
        "00340434161094015902, SSCC"
    })
    void aRightCheckDigitAndItsShapeNameTheCarrier(String line, String code) {
        Scan.Waybill waybill = waybill(line);
        assertEquals(CheckDigit.VALID, waybill.state(), line);
        assertEquals(code, waybill.carrier().orElseThrow().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1Z5R89390357567128",
                "RB123456786US",
                "9611020987654312345673",
                "9400111206206406260788",
                "73891051147",
                "0307 1790 0005 2348 3742"
            })
    void aWrongCheckDigitIsARemarkAndNoRefusal(String line) {
        assertEquals(CheckDigit.WRONG, waybill(line).state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "986578788855",
                "477179081230",
                "799531274483",
                "0414 4176 0228 964",
                "5682 8361 0012 734"
            })
    void aShapeThatIsSharedWithACarrierWithoutCheckDigitSaysNothing(String line) {
        Reading reading = rules.look(line);
        assertEquals(CheckDigit.NONE, waybill(line).state());
        assertTrue(waybill(line).carrier().isEmpty());
        assertTrue(codes(reading).contains("FEDEX"));
        assertTrue(codes(reading).size() > 2, "shared: " + codes(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0307 1790 0005 2348 3741", "7196 9010 7560 0307 7385"})
    void twentyDigitsOfUspsAreRight(String line) {
        assertEquals(CheckDigit.VALID, waybill(line).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2Z5R89390357567127", "1A5R89390357567127", "RB123456785XX"})
    void whatOnlyLooksAlikeHasNoCarrier(String line) {
        assertTrue(waybill(line).carrier().isEmpty());
        assertNotEquals(CheckDigit.VALID, waybill(line).state());
    }

    @ParameterizedTest
    @CsvSource({
        "420787459400111206206406260787, 9400111206206406260787",
        "4201002334249200190132607600833457, 9200190132607600833457",
        "1001921334250001000300779017972697, 779017972697",
        "00340434161094015902, 340434161094015902"
    })
    void theNumberIsTakenOutOfWhatStandsBeforeIt(String line, String number) {
        assertEquals(number, waybill(line).number().text());
    }

    @Test
    void everyCarrierHasADistinctCodeAndBothNames() {
        List<String> codes = codes(rules.look("123456789012"));
        assertEquals(codes.size(), codes.stream().distinct().count());
    }

    private static List<String> codes(Reading reading) {
        return reading.possible().stream().map(Carrier::code).toList();
    }

    private Scan.Waybill waybill(String line) {
        return assertInstanceOf(Scan.Waybill.class, rules.read(line), line);
    }
}
