package planted.logging.app;

import java.util.logging.Logger;

final class AllowedHandler {
    Object logger() {
        return Logger.getLogger("name");
    }
}
