package planted.clock.law;

import java.time.LocalDate;
import java.time.ZoneId;

final class PlantedDay {
    Object today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
