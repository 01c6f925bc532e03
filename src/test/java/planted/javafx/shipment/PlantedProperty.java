package planted.javafx.shipment;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

final class PlantedProperty {
    private final StringProperty name = new SimpleStringProperty();

    String name() {
        return name.get();
    }
}
