package planted.cycles.claim.inner;

import planted.cycles.claim.PlantedParent;

public final class PlantedChild {
    Object parent() {
        return PlantedParent.class;
    }
}
