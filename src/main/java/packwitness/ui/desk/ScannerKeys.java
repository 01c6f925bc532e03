package packwitness.ui.desk;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The keys of the scanner on their way to a scan, and what of them can be seen. FX thread only. */
final class ScannerKeys {
    private final ScanBuffer buffer = new ScanBuffer(ScanWords::isUnderstood);
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final LongSupplier nanos;
    private final Consumer<String> scans;

    ScannerKeys(LongSupplier nanos, Consumer<String> scans) {
        this.nanos = nanos;
        this.scans = scans;
    }

    ReadOnlyStringProperty typed() {
        return typed.getReadOnlyProperty();
    }

    void type(char key) {
        hand(buffer.type(key, nanos.getAsLong()));
    }

    void press(char key) {
        hand(buffer.press(key, nanos.getAsLong()));
    }

    void commit(String text) {
        buffer.commit(text);
        hand(Optional.empty());
    }

    /** Looks whether silence has ended a scan. */
    void look() {
        hand(buffer.look(nanos.getAsLong()));
    }

    void clear() {
        buffer.clear();
        hand(Optional.empty());
    }

    private void hand(Optional<String> scan) {
        typed.set(buffer.soFar());
        scan.ifPresent(scans);
    }
}
