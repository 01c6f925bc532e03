package packwitness.value;

/** The id of one recording of a parcel; a parcel packed twice has two; ids rise with time. */
public record TakeId(long value) implements Comparable<TakeId> {
    @Override
    public int compareTo(TakeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
