package packwitness.inspect;

import packwitness.value.Lang;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing read in the file.
 *
 * @param place where it stands, such as {@code png-itxt-xmp}
 * @param facts names and values as read, in reading order
 */
public record Sign(
        SignKind kind,
        Strength strength,
        boolean speaksForTheBuyer,
        String place,
        Map<String, String> facts) {
    public Sign {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Returns what this kind of sign says, proves and does not prove. */
    public FindingWords words(Lang lang) {
        return kind.words(lang);
    }

    Map<String, Object> toMap(Lang lang) {
        Map<String, Object> map = new LinkedHashMap<>();
        FindingWords words = words(lang);
        map.put("kind", kind.name());
        map.put("strength", strength.name());
        map.put("speaks_for_the_buyer", speaksForTheBuyer);
        map.put("place", place);
        map.put("facts", facts);
        map.put("says", words.says());
        map.put("proves", words.proves());
        map.put("does_not_prove", words.doesNotProve());
        return map;
    }
}
