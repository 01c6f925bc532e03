package packwitness.value;

/** The id of one parcel sent under one waybill; ids rise with time. */
public record ShipmentId(long value) implements Comparable<ShipmentId> {
    @Override
    public int compareTo(ShipmentId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
