package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives where a Chinese input method, another keyboard or a talkative scanner is used. */
class InputMethodsTest {
    private final ScanRules rules = ScanRules.shipped();

    @ParameterizedTest
    @CsvSource({
        "ＳＦ１２３４５６７８９０１２３, SF1234567890123",
        "ｙｔ９８７６５４３２１０９８７, YT9876543210987",
        "ＪＤＸ０１２３４５６７８９０１－１－１－, JDX012345678901",
        "ＳＦ　１２３４５６７８９０１２３, SF1234567890123",
        "https：//www。sf-express。com/x？mailno=SF1234567890123, SF1234567890123",
        "（00）340434161094015902, 340434161094015902"
    })
    void anInputMethodThatOnlyWidensIsUndone(String line, String number) {
        assertEquals(number, waybill(line));
        assertTrue(rules.look(line).repairs().contains(Repair.INPUT_METHOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"一天234567890123", "雨天9876543210987", "是否1234567890123", "；：12345678"})
    void whatAnInputMethodAteIsSaidAndNotGuessed(String line) {
        assertEquals(
                Scan.Kind.INPUT_METHOD,
                assertInstanceOf(Scan.Other.class, rules.read(line)).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"青花瓷茶杯", "张三 收 杭州市示例路1号 138", "小心轻放"})
    void chineseWordsAreNoInputMethod(String line) {
        assertEquals(Scan.Kind.WORDS, assertInstanceOf(Scan.Other.class, rules.read(line)).kind());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "SF&é\"'(-è_çà&é\", SF1234567890123",
                "sf&é\"'(-è_çà&é\", SF1234567890123",
                "&é\"'(-è_çà&é, 123456789012",
                "SF!@#$%^&*()!@#, SF1234567890123"
            })
    void digitsOfAnotherLayoutAreUndone(String line, String number) {
        assertEquals(number, waybill(line), line);
        assertTrue(rules.look(line).repairs().contains(Repair.KEYBOARD_LAYOUT));
    }

    @ParameterizedTest
    @CsvSource({
        "PZ)STOP, STOP",
        "pz)stop, STOP",
        "PZ)?QRK, MARK",
        "PWßSTOP, STOP",
        "pwßdamage, DAMAGE",
        "ＰＷ－ＨＥＬＰ, HELP",
        "PW—START, START"
    })
    void theSheetWorksOnEveryKeyboard(String line, Scan.Command command) {
        assertEquals(new Scan.Control(command), rules.read(line));
    }

    @Test
    void aBadgeWorksOnAFrenchKeyboard() {
        assertEquals(new Scan.Badge("LI"), rules.read("PZ)BQDGE)LI"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]C0SF1234567890123",
                "】C0SF1234567890123",
                "]Q1SF1234567890123",
                "\u0002SF1234567890123\u0003",
                "\tSF1234567890123\t\r\n",
                "\uFEFFSF1234567890123\u200B",
                "\u001dSF1234567890123\u001d",
                "  SF1234567890123  "
            })
    void whatStandsAroundTheNumberIsTakenOff(String line) {
        assertEquals("SF1234567890123", waybill(line));
    }

    @ParameterizedTest
    @CsvSource({
        "]C100340434161094015902, 340434161094015902",
        "(00)340434161094015902, 340434161094015902",
        "(00) 3 4043416 109401590 2, 340434161094015902",
        "]C1420787459400111206206406260787, 9400111206206406260787"
    })
    void elementStringsAreRead(String line, String number) {
        assertEquals(number, waybill(line));
    }

    @Test
    void elementsOfGoodsAreGoods() {
        assertEquals(
                new Scan.ProductCode("06901234567892"),
                rules.read("]d20106901234567892" + "10ABC\u001d21XYZ12345678"));
        assertEquals(new Scan.ProductCode("4006381333931"), rules.read("]E04006381333931"));
        assertEquals(
                "340434161094015902", waybill("]C10106901234567892\u001d00340434161094015902"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.sf-express.com/cn/sc/dynamic_function/waybill/#search/bill-number/SF1234567890123,"
            + " SF1234567890123",
        "HTTPS://WWW.YTO.NET.CN/Track/?wb=YT1234567890123, YT1234567890123",
        "https://www.zto.com/express/expressCheck?txtbill=75412345678901, 75412345678901",
        "https://www.kuaidi100.com/chaxun?com=jd&nu=JD0123456789012, JD0123456789012",
        "https://www.ups.com/track?loc=en_US&tracknum=1Z5R89390357567127, 1Z5R89390357567127",
        "https://m.kuaidi100.com/result.jsp?nu=YT1234567890123#x, YT1234567890123",
        "www.sto.cn/track/773123456789012.html, 773123456789012"
    })
    void aCarriersAddressHoldsTheNumber(String line, String number) {
        assertEquals(number, waybill(line));
        assertTrue(rules.look(line).repairs().contains(Repair.WEB_ADDRESS));
    }

    @Test
    void theSquareCodeOfALabelHoldsTheNumber() {
        assertEquals(
                "SF1234567890123",
                waybill(
                        "MMM={'k1':'571W','k2':'571','k3':'','k4':'T6','k5':'SF1234567890123','k6':''}"));
    }

    private String waybill(String line) {
        return assertInstanceOf(Scan.Waybill.class, rules.read(line), line).number().text();
    }
}
