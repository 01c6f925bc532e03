package planted.backwards.value;

import planted.backwards.dossier.Later;

final class PlantedForesight {
    Object later() {
        return new Later();
    }
}
