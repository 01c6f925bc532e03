package planted.clock.bench;

import java.time.Clock;
import java.time.ZoneId;

final class PlantedTick {
    Object clock() {
        return Clock.tickMillis(ZoneId.of("UTC"));
    }
}
