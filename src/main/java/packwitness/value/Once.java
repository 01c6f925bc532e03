package packwitness.value;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** What is found out when somebody first asks, and then kept. Safe for any thread. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T found;

    public Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = found;
        if (known == null) found = known = source.get();
        return known;
    }
}
