package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Random;

class ScanTest {
    private final ScanRules rules = ScanRules.shipped();

    @ParameterizedTest
    @CsvSource({
        "SF1234567890123, SF1234567890123",
        "sf1234567890123, SF1234567890123",
        "ＳＦ１２３４５６７８９０１２３, SF1234567890123",
        "' JD 0123 4567 8901 2 ', JD0123456789012",
        "YT9876543210987-1-1, YT9876543210987",
        "JDX012345678901-1-1-, JDX012345678901",
        "JDX012345678901-2-3-, JDX012345678901-2-3",
        "773123456789012, 773123456789012",
        "XYZ00012345, XYZ00012345",
        "A1234-RED, A1234RED"
    })
    void whatCouldBeAWaybillIsOne(String line, String number) {
        assertEquals(number, waybill(line).number().text());
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.invalid/x1234567, WEB_ADDRESS",
        "HTTPS：//WWW。EXAMPLE。INVALID/A, WEB_ADDRESS",
        "weixin://wxpay/bizpayurl?pr=12345678, WEB_ADDRESS",
        "http://www.sf-express.com/about, WEB_ADDRESS",
        "https://sf-express.com.example.invalid/?mailno=SF1234567890123, WEB_ADDRESS",
        "13800000000, PHONE",
        "+86 138 0000 0000, PHONE",
        "138-0000-0000, PHONE",
        "18412345678-4321, PHONE",
        "18412345678转4321, PHONE",
        "021-55551234, PHONE",
        "杯子, WORDS",
        "ABC, WORDS",
        "Hello World, WORDS",
        "PW-DANCE, UNKNOWN_CONTROL",
        "'', EMPTY",
        "' \t', EMPTY"
    })
    void whatIsNoParcelIsToldApart(String line, Scan.Kind kind) {
        assertEquals(kind, assertInstanceOf(Scan.Other.class, rules.read(line)).kind(), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "240131-123456789012345",
                "240131123456789012345",
                "3512345678901234567",
                "P123456789012345678"
            })
    void whatOnlyAnOrderCanBeIsOne(String line) {
        assertEquals(new Scan.OrderCode(line), rules.read(line));
    }

    @Test
    void aDateThatIsNoneMakesNoOrder() {
        assertInstanceOf(Scan.Waybill.class, rules.read("241331-123456789012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567892", "6922266454295", "CUP-BLUE-01"})
    void goodsAreToldFromParcels(String line) {
        assertEquals(new Scan.ProductCode(line), rules.read(line));
    }

    @Test
    void goodsWithAWrongCheckDigitMayBeAParcel() {
        assertInstanceOf(Scan.Waybill.class, rules.read("6901234567891"));
    }

    @ParameterizedTest
    @EnumSource(Scan.Command.class)
    void everyControlCodeIsUnderstood(Scan.Command command) {
        assertEquals(new Scan.Control(command), rules.read(command.code()));
        assertEquals(new Scan.Control(command), rules.read(command.code().toLowerCase()));
        assertEquals(new Scan.Control(command), rules.read("PW " + command + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"小李", "张三", "Li Lei", "LILEI", "U5F20", "李-1", "a", "𠮷"})
    void aBadgeReadsBackAsTheNameItWasMadeFor(String name) {
        String code = BadgeCode.of(name);
        assertEquals(code, code.replaceAll("[^A-Z0-9-]", ""), "every keyboard can type it");
        assertEquals(new Scan.Badge(name), rules.read(code));
        assertEquals(new Scan.Badge(name), rules.read(code.toLowerCase()));
    }

    @Test
    void aBadgeOfOlderSheetsStillReads() {
        assertEquals(new Scan.Badge("小李"), rules.read("PW-BADGE-小李"));
        assertEquals(new Scan.Badge("Li"), rules.read("pw-badge-lI"));
    }

    @Test
    void digitsAloneNeverNameACarrier() {
        Random random = new Random(19);
        for (int length = 8; length <= 18; length++)
            for (int i = 0; i < 400; i++) {
                String digits = digits(random, length);
                if (rules.read(digits) instanceof Scan.Waybill waybill)
                    assertEquals(Optional.empty(), waybill.carrier(), digits);
            }
    }

    @Test
    void noLineMakesTheReaderFail() {
        Random random = new Random(20);
        String signs = "PW-STOPBADGEU0123456789SFYTJD]C1(00)\u001d。，：/?=&%#é\"'_çà张三\t\r\n ＳＦ１";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--)
                line.append(signs.charAt(random.nextInt(signs.length())));
            assertEquals(rules.read(line.toString()), rules.read(line.toString()));
        }
        rules.read("\ud800".repeat(20));
        rules.read("9".repeat(100_000));
        rules.read("http://" + "%".repeat(300));
    }

    private Scan.Waybill waybill(String line) {
        return assertInstanceOf(Scan.Waybill.class, rules.read(line), line);
    }

    private static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder();
        digits.append((char) ('1' + random.nextInt(9)));
        while (digits.length() < length) digits.append((char) ('0' + random.nextInt(10)));
        return digits.toString();
    }
}
