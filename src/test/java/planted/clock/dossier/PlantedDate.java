package planted.clock.dossier;

import java.util.Date;

final class PlantedDate {
    Object date() {
        return new Date();
    }
}
