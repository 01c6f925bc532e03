package planted.clock.app;

import java.time.Clock;

final class AllowedWiring {
    Object clock() {
        return Clock.systemUTC();
    }
}
