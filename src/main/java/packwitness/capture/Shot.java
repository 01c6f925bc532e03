package packwitness.capture;

/** A picture as it came from the camera, not yet decoded; whoever holds it closes it. */
public abstract class Shot implements AutoCloseable {
    private final long number;
    private final long arrivalNanos;
    private final boolean key;

    Shot(long number, long arrivalNanos, boolean key) {
        this.number = number;
        this.arrivalNanos = arrivalNanos;
        this.key = key;
    }

    /** Returns the running number since the camera was opened, from 0, without holes. */
    public final long number() {
        return number;
    }

    /** Returns the arrival by {@link System#nanoTime()}. */
    public final long arrivalNanos() {
        return arrivalNanos;
    }

    /** Returns whether it can be decoded alone. */
    public final boolean key() {
        return key;
    }

    @Override
    public abstract void close();
}
