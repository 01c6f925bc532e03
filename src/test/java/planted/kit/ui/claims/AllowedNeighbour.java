package planted.kit.ui.claims;

import planted.kit.ui.find.Screen;

final class AllowedNeighbour {
    Object screen() {
        return new Screen();
    }
}
