package packwitness.value;

/** The id of one refund claim; ids rise with time. */
public record ClaimId(long value) implements Comparable<ClaimId> {
    @Override
    public int compareTo(ClaimId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
