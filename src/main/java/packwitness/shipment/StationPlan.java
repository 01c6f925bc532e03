package packwitness.shipment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A station's name and the addresses of its cameras. */
public record StationPlan(String station, String overview, Optional<String> label) {
    /** Returns the plan of a station with one camera. */
    public static StationPlan of(String camera, String station) {
        return new StationPlan(station, camera, Optional.empty());
    }

    /**
     * Reads the cameras of a station from one line: an address, or two with {@code +} and spaces
     * between them, the overview first.
     */
    public static StationPlan read(String cameras, String station) {
        String[] parts = cameras.strip().split("\\s+\\+\\s+", 2);
        return new StationPlan(
                station, parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }

    Map<View, String> cameras() {
        Map<View, String> cameras = new EnumMap<>(View.class);
        cameras.put(View.OVERVIEW, overview);
        label.ifPresent(uri -> cameras.put(View.LABEL, uri));
        return cameras;
    }
}
