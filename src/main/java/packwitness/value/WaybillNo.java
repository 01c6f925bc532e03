package packwitness.value;

import java.util.Locale;

/**
 * A carrier's waybill number as scanned: trimmed, upper case, never blank, at most 64 characters.
 */
public record WaybillNo(String text) {
    public WaybillNo {
        text = text.strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > 64)
            throw new IllegalArgumentException("no waybill number");
    }

    @Override
    public String toString() {
        return text;
    }
}
