package packwitness.inspect.label;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words that a generator leaves in its files.
 *
 * @param maker such as {@code ComfyUI} or {@code Midjourney}
 * @param place where the words stand
 * @param excerpt the words, cut at 300 characters
 */
public record GeneratorTrace(String maker, String place, String excerpt) {
    /** Returns plain strings. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maker", maker);
        map.put("place", place);
        map.put("excerpt", excerpt);
        return map;
    }
}
