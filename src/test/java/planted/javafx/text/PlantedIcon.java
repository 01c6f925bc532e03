package planted.javafx.text;

import org.kordamp.ikonli.javafx.FontIcon;

final class PlantedIcon {
    Object icon() {
        return new FontIcon();
    }
}
