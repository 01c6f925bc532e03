package planted.clock.value;

import java.time.Instant;

final class PlantedInstant {
    Object now() {
        return Instant.now();
    }
}
