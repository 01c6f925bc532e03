package planted.javafx.app;

import atlantafx.base.theme.PrimerLight;

final class PlantedTheme {
    Object theme() {
        return new PrimerLight();
    }
}
