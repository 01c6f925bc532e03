package planted.clock.shop;

import java.time.Clock;

final class PlantedClock {
    Object clock() {
        return Clock.systemUTC();
    }
}
