package planted.logging.claim;

import java.util.logging.Logger;

final class PlantedLogger {
    Object logger() {
        return Logger.getLogger("name");
    }
}
