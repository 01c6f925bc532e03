package planted.cycles.claim;

import planted.cycles.claim.inner.PlantedChild;

public final class PlantedParent {
    PlantedChild child() {
        return new PlantedChild();
    }
}
