package packwitness.ui.figures;

import javafx.util.StringConverter;

/** Parcels are counted, not measured: an axis names whole numbers only. */
final class WholeNumbers extends StringConverter<Number> {
    @Override
    public String toString(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) ? String.valueOf((long) value) : "";
    }

    @Override
    public Number fromString(String text) {
        return Long.valueOf(text);
    }
}
