package packwitness.inspect.compare;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place where the two pictures differ.
 *
 * @param number counted from 1, the strongest first
 * @param ours the place in our picture
 * @param theirs the same place in the received picture
 * @param area differing pixels, in pixels of our picture
 * @param strength mean difference beyond tolerance in the region, in grey levels of 255
 */
public record Region(int number, Box ours, Box theirs, long area, double strength) {
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", number);
        map.put("ours", ours.toMap());
        map.put("theirs", theirs.toMap());
        map.put("area", area);
        map.put("strength", strength);
        return map;
    }
}
