package packwitness.inspect.label;

import java.util.LinkedHashMap;
import java.util.Map;

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
