package packwitness.inspect.compare;

import java.util.LinkedHashMap;
import java.util.Map;

/** A rectangle in pixels of the upright picture, origin at its top left. */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 1 || height < 1) throw new IllegalArgumentException("empty box");
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("x", x);
        map.put("y", y);
        map.put("width", width);
        map.put("height", height);
        return map;
    }
}
