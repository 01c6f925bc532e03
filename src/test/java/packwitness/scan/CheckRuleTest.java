package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Random;

class CheckRuleTest {
    @ParameterizedTest
    @CsvSource({
        "S10, 12345678, 5",
        "S10, 47312482, 9",
        "UPS, 5R8939035756712, 7",
        "UPS, XX3150YW4407002, 3",
        "UPS, 150623562, 0",
        "MOD7, 331881002, 5",
        "MOD7, 7389105114, 6",
        "GTIN, 690123456789, 2",
        "GTIN, 400638133393, 1",
        "GTIN, 00012345000000002, 7",
        "GTIN_91, 7196901075600307738, 5",
        "FEDEX, 98657878885, 5",
        "FEDEX, 0077901797269, 7"
    })
    void publishedNumbersHaveThisDigit(CheckRule rule, String body, int digit) {
        assertEquals(digit, rule.digit(body));
    }

    @ParameterizedTest
    @EnumSource(CheckRule.class)
    void everyChangeOfOneDigitThatIsPromisedIsNoticedAndNoOther(CheckRule rule) {
        Random random = new Random(7);
        int noticed = 0;
        int all = 0;
        for (int round = 0; round < 300; round++) {
            String body = body(random, rule);
            int digit = rule.digit(body);
            assertTrue(digit >= 0 && digit <= 9, body);
            for (int place = 0; place < body.length(); place++)
                for (char other = '0'; other <= '9'; other++) {
                    if (other == body.charAt(place)) continue;
                    String changed = body.substring(0, place) + other + body.substring(place + 1);
                    all++;
                    if (rule.promises(body, place, other)) {
                        noticed++;
                        assertNotEquals(digit, rule.digit(changed), body + " " + changed);
                    } else assertEquals(digit, rule.digit(changed), body + " " + changed);
                }
        }
        assertTrue(noticed > all * 9L / 10, rule + " promises " + noticed + " of " + all);
    }

    @ParameterizedTest
    @EnumSource(CheckRule.class)
    void everyOtherCheckDigitIsWrong(CheckRule rule) {
        Random random = new Random(8);
        String body = body(random, rule);
        for (char c = '0'; c <= '9'; c++)
            assertEquals(c - '0' == rule.digit(body), rule.holds(body, c));
    }

    private static String body(Random random, CheckRule rule) {
        int length =
                switch (rule) {
                    case S10 -> 8;
                    case UPS -> 15;
                    case MOD7 -> 9;
                    case GTIN -> 17;
                    case GTIN_91 -> 19;
                    case FEDEX -> 11;
                };
        StringBuilder body = new StringBuilder();
        while (body.length() < length) body.append((char) ('0' + random.nextInt(10)));
        return body.toString();
    }
}
