package packwitness.inspect.label;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What EXIF says of the camera; each text is empty where it says nothing.
 *
 * @param takenAt the camera's own words, local time without a zone unless one is written
 * @param exposed whether exposure values stand there
 * @param placed whether a position stands there; the position itself is not read out
 */
public record CameraTrace(
        String make, String model, String lens, String takenAt, boolean exposed, boolean placed) {
    /** Returns the trace of a file that names no camera. */
    public static CameraTrace none() {
        return new CameraTrace("", "", "", "", false, false);
    }

    /** Says whether a make or model is named and exposure values stand beside it. */
    public boolean namesCamera() {
        return exposed && !(make.isBlank() && model.isBlank());
    }

    /** Returns plain strings and booleans. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("make", make);
        map.put("model", model);
        map.put("lens", lens);
        map.put("taken_at", takenAt);
        map.put("exposed", exposed);
        map.put("placed", placed);
        return map;
    }
}
