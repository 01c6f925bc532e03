package planted.statics.dossier;

import java.text.DecimalFormat;

final class PlantedFormat {
    static final DecimalFormat YUAN = new DecimalFormat("0.00");
}
