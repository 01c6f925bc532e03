package planted.kit.ui.kit;

import planted.kit.ui.find.Screen;

final class PlantedTool {
    Object screen() {
        return new Screen();
    }
}
