package packwitness.inspect.label;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name or code of a producing or propagating service.
 *
 * @param text as written in the label
 * @param coded whether it has the form 001 + 1 + credit code + product suffix
 * @param creditCode the 18 characters of the unified social credit code, empty where not coded
 * @param product the suffix the service chose, empty where not coded
 * @param checkDigitRight whether the check digit of GB 32100 fits; false where not coded
 */
public record ServiceCode(
        String text, boolean coded, String creditCode, String product, boolean checkDigitRight) {
    /** TC260: version 001, kind of code 1 (organisation), credit code, product of the service. */
    private static final Pattern CODED = Pattern.compile("0011([0-9A-Z]{18})([0-9A-Za-z]{0,10})");

    /** Takes the text apart; a plain name stays a plain name. */
    static ServiceCode of(String text) {
        Matcher matcher = CODED.matcher(text.strip());
        if (!matcher.matches()) return new ServiceCode(text, false, "", "", false);
        String credit = matcher.group(1);
        return new ServiceCode(text, true, credit, matcher.group(2), CreditCode.isRight(credit));
    }

    /** Returns plain strings and booleans. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("coded", coded);
        map.put("credit_code", creditCode);
        map.put("product", product);
        map.put("check_digit_right", checkDigitRight);
        return map;
    }
}
