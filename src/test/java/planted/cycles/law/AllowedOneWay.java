package planted.cycles.law;

import planted.cycles.claim.PlantedParent;

final class AllowedOneWay {
    Object parent() {
        return PlantedParent.class;
    }
}
