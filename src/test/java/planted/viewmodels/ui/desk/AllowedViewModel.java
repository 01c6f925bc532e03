package planted.viewmodels.ui.desk;

import javafx.beans.property.SimpleStringProperty;

final class AllowedViewModel {
    Object name() {
        return new SimpleStringProperty();
    }
}
